package org.glomera.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is stopped on purpose: the file {@code stop}, what is recorded, and how it goes on. */
class TrainServiceTest {

    private static final PipelineServices SERVICES = new PipelineServices(new TestComponents());

    @TempDir
    static Path prepared;

    private static NetworkPreset network;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepareOnce() throws GlomeraException {
        NetworkPreset small = SmallStudy.preset().networks().get(0);
        network = small.withTraining(small.training().withEpochs(4));
        Path phantoms = prepared.resolve("phantom");
        SERVICES.phantom().run(new PhantomRequest(SmallStudy.preset(), phantoms, Optional.empty()),
                new NullProgressMonitor());
        Path study = prepared.resolve("study");
        SERVICES.importing().run(new ImportRequest(phantoms.resolve("dicom"), study, "Small",
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
        SERVICES.prepare().run(new PrepareRequest(study, network), new NullProgressMonitor());
    }

    private StudyFolder copy(String name) throws Exception {
        Path copy = folder.resolve(name);
        FileUtils.copyDirectory(prepared.resolve("study").toFile(), copy.toFile());
        return StudyFolder.open(copy);
    }

    private static TrainResult train(StudyFolder study, StageListener listener) throws GlomeraException {
        return SERVICES.train().run(new TrainRequest(study.root(), network, "small", false), listener,
                new NullProgressMonitor());
    }

    /** Writes the file when the words of an epoch are told. */
    private static StageListener stopInEpoch(StudyFolder study, int epoch) {
        return progress -> {
            if (progress.detail().startsWith("epoch " + epoch + " of 4, loss")) {
                try {
                    PipelineServices.stopAndKeep(study.root(), network.name());
                } catch (GlomeraException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Test
    void stopFile_endsTheTrainingAfterTheLastFinishedEpochAndIsRecordedInWords() throws Exception {
        StudyFolder study = copy("kept");
        TrainResult result = train(study, stopInEpoch(study, 3));
        assertTrue(result.keptEarly());
        assertEquals(2, result.epochs());
        RunInfo run = study.readRun(network.name());
        assertEquals(RunState.FINISHED, run.state());
        assertTrue(run.keptEarly());
        assertEquals(2, run.reportedEpoch());
        assertTrue(run.remark().contains("stopped on purpose after 2 of 4 epochs"), run.remark());
        assertTrue(run.reportedEpochReason().contains("stopped on purpose"), run.reportedEpochReason());
        ModelCard card = ModelFolder.readCard(study.runFolder(network.name()));
        assertEquals(2, card.epochs());
        assertTrue(card.remarks().get(2).contains("stopped on purpose after 2 of 4 epochs"), card.remarks().toString());
        assertFalse(new StopFile(study, network.name()).isThere(), "the request is done");
        assertEquals(2, SERVICES.evaluate().run(new EvaluateRequest(study.root(), List.of(network.name()),
                "early"), new NullProgressMonitor()).networks().get(0).testCases());
    }

    @Test
    void keptTraining_goesOnToTheSameWeightsAsAnUndisturbedOne() throws Exception {
        StudyFolder undisturbed = copy("undisturbed");
        train(undisturbed, StageListener.NONE);
        StudyFolder study = copy("kept");
        train(study, stopInEpoch(study, 2));
        assertEquals(1, study.readRun(network.name()).epochsDone());
        TrainResult rest = train(study, StageListener.NONE);
        assertFalse(rest.keptEarly());
        RunInfo run = study.readRun(network.name());
        assertEquals(RunState.FINISHED, run.state());
        assertEquals("", run.remark());
        assertEquals(4, run.reportedEpoch());
        for (String file : List.of("weights.safetensors", "curve.csv")) {
            assertEquals(-1, Files.mismatch(undisturbed.runFolder(network.name()).resolve(file),
                    study.runFolder(network.name()).resolve(file)), file);
        }
    }

    @Test
    void stopFileOfAnEarlierTraining_doesNotStopTheNext() throws Exception {
        StudyFolder study = copy("study");
        Files.createDirectories(study.runFolder(network.name()));
        new StopFile(study, network.name()).write();
        assertEquals(4, train(study, StageListener.NONE).epochs());
    }

    @Test
    void stopping_isRefusedInWordsWhenNothingIsTrained() throws Exception {
        StudyFolder study = copy("study");
        train(study, StageListener.NONE);
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> PipelineServices.stopAndKeep(study.root(), network.name()));
        assertTrue(refused.getMessage().contains("not being trained"), refused.getMessage());
        // as a program that was killed leaves it
        study.writeRun(study.readRun(network.name()).withState(RunState.TRAINING, "", study.readRun(network.name())
                .updated()));
        assertThrows(GlomeraException.class, () -> PipelineServices.stopAndKeep(study.root(), network.name()));
        assertFalse(new StopFile(study, network.name()).isThere());
    }

    @Test
    void cancelledAfterItWasKept_hasNoCardOfOtherWeights() throws Exception {
        StudyFolder study = copy("study");
        train(study, stopInEpoch(study, 2));
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThrows(OperationCanceledException.class, () -> SERVICES.train().run(new TrainRequest(study.root(), network,
                "small", false), progress -> monitor.setCanceled(progress.detail().startsWith("epoch 3 of 4, loss")),
                monitor));
        assertEquals(RunState.STOPPED, study.readRun(network.name()).state());
        assertEquals(0, study.readRun(network.name()).reportedEpoch(), "nothing is reported of a training under way");
        assertFalse(Files.exists(study.runFolder(network.name()).resolve(ModelFolder.CARD)));
    }
}
