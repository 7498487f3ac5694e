package org.glomera.pipeline.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.network.Networks;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.PreviewPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.study.Curve;
import org.glomera.study.RunPreview;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole study with what the plug-ins contribute: the DICOM toolkit, PyTorch, metrics and statistics. */
class RealEngineTest {

    @TempDir
    Path folder;

    @Test
    void stoppedTraining_endsWithTheWeightsOfAnUndisturbedOne() throws Exception {
        assumeTrue(RegistryFactory.getRegistry() != null, "the platform does not run, so there are no plug-ins");
        assertTrue(Networks.engine(Networks.DEFAULT_ENGINE).report().usable());
        Preset small = SmallStudy.preset();
        Preset preset = new Preset(Preset.FORMAT, "real", "Real engine", "", small.cohort(),
                small.networks().subList(0, 2));
        PipelineServices services = PipelineServices.ofPlugins();
        Path undisturbed = folder.resolve("undisturbed");
        services.study().run(StudyRequest.ofPhantoms(undisturbed, preset), new NullProgressMonitor());
        Path stopped = folder.resolve("stopped");
        StudyFolder.create(stopped, preset.title());
        FileUtils.copyDirectory(undisturbed.resolve("phantom").toFile(), stopped.resolve("phantom").toFile());
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThrows(OperationCanceledException.class, () -> services.study().run(
                StudyRequest.ofPhantoms(stopped, preset), progress -> {
                    if (progress.stage() == Stage.TRAIN && progress.share() > 0.6) {
                        monitor.setCanceled(true);
                    }
                }, monitor));
        assertEquals(1, StudyFolder.open(stopped).readRun("network1").epochsDone());
        services.study().run(StudyRequest.ofPhantoms(stopped, preset), new NullProgressMonitor());
        for (String file : List.of("runs/network1/weights.safetensors", "runs/network1/curve.csv",
                "runs/network2/weights.safetensors", "experiments/comparison/cases.csv",
                "experiments/comparison/statistics.json")) {
            assertEquals(-1, Files.mismatch(undisturbed.resolve(file), stopped.resolve(file)), file);
        }
        assertLearned(undisturbed);
        assertPreviewChangesNothing(undisturbed, preset);
    }

    private void assertPreviewChangesNothing(Path undisturbed, Preset preset) throws Exception {
        assertEquals(2, RunPreview.read(StudyFolder.open(undisturbed), "network1").orElseThrow().epochs().size());
        Path unseen = folder.resolve("unseen");
        StudyFolder.create(unseen, preset.title());
        for (String part : List.of("cases", "prepared")) {
            FileUtils.copyDirectory(undisturbed.resolve(part).toFile(), unseen.resolve(part).toFile());
        }
        PipelineServices.ofPlugins().train().run(new TrainRequest(unseen, preset.networks().get(0), preset.name(),
                false, PreviewPreset.OFF), new NullProgressMonitor());
        for (String file : List.of("weights.safetensors", "curve.csv", "checkpoint/state.safetensors")) {
            assertEquals(-1, Files.mismatch(undisturbed.resolve("runs/network1").resolve(file),
                    unseen.resolve("runs/network1").resolve(file)), file);
        }
    }

    private static void assertLearned(Path study) throws GlomeraException {
        Curve curve = StudyFolder.open(study).readCurve("network1");
        assertEquals(2, curve.points().size());
        double first = curve.points().get(0).trainingDice();
        double last = curve.points().get(1).trainingDice();
        assertTrue(last > first, "Dice " + first + " to " + last);
    }
}
