package org.glomera.pipeline.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.StageProgress;
import org.glomera.pipeline.TrainingReport;
import org.glomera.pipeline.TrainingRequest;
import org.glomera.pipeline.TrainingRequest.Afterwards;
import org.glomera.pipeline.TrainingRequest.Task;
import org.glomera.pipeline.estimating.CasesOutlook;
import org.glomera.pipeline.estimating.NetworkForecast;
import org.glomera.pipeline.estimating.Speed;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are prepared, trained and measured in one call, and what is told about it beforehand. */
class TrainingRunTest {

    private static final PipelineServices SERVICES = new PipelineServices(new TestComponents());

    @TempDir
    static Path imported;

    private static Preset preset;

    @TempDir
    Path folder;

    @BeforeAll
    static void importOnce() throws GlomeraException {
        preset = SmallStudy.preset();
        Path phantoms = imported.resolve("phantom");
        SERVICES.phantom().run(new PhantomRequest(preset, phantoms, Optional.empty()), new NullProgressMonitor());
        SERVICES.importing().run(new ImportRequest(phantoms.resolve("dicom"), imported.resolve("study"), "Small",
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
    }

    private StudyFolder copy() throws Exception {
        Path copy = folder.resolve("study");
        FileUtils.copyDirectory(imported.resolve("study").toFile(), copy.toFile());
        return StudyFolder.open(copy);
    }

    private static TrainingRequest request(StudyFolder study, List<NetworkPreset> networks, boolean anew,
            Afterwards then) {
        return new TrainingRequest(study.root(), networks.stream().map(one -> new Task(one, "small", anew)).toList(),
                Optional.ofNullable(then));
    }

    @Test
    void twoNetworks_arePreparedTrainedMeasuredAndReported() throws Exception {
        StudyFolder study = copy();
        List<StageProgress> told = new ArrayList<>();
        TrainingReport report = SERVICES.training().run(request(study, preset.networks().subList(0, 2), false,
                new Afterwards("both", List.of("network1", "network2"), true, true)), told::add,
                new NullProgressMonitor());
        assertEquals(List.of("network1", "network2"), report.trained().stream().map(one -> one.run()).toList());
        assertFalse(report.verdict().isEmpty());
        assertTrue(Files.isRegularFile(study.experimentFolder("both").resolve("report.html")));
        // 2 x prepare, 2 x train, evaluate, compare, report
        assertEquals(7, told.get(0).steps());
        assertEquals(1, told.get(told.size() - 1).studyShare(), 1e-9);
    }

    @Test
    void runThatIsThere_isLeftAloneOrThrownAwayAsAsked() throws Exception {
        StudyFolder study = copy();
        NetworkPreset network = preset.networks().get(1);
        SERVICES.training().run(request(study, List.of(network), false, null), new NullProgressMonitor());
        RunInfo first = study.readRun("network2");
        Path mark = study.runFolder("network2").resolve("mark");
        Files.writeString(mark, "of the first training");
        NetworkPreset other = network.withTraining(network.training().withSeed(99));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> SERVICES.training().run(request(study,
                List.of(other), false, null), new NullProgressMonitor()));
        assertTrue(refused.getMessage().contains("other settings"), refused.getMessage());
        assertEquals(first, study.readRun("network2"));
        SERVICES.training().run(request(study, List.of(other), true, null), new NullProgressMonitor());
        assertFalse(Files.exists(mark));
        assertEquals(99, study.readRun("network2").seed());
        assertEquals(other, Presets.ofRun(study.readRun("network2")));
    }

    @Test
    void forecast_tellsCasesAsPreparationFindsThem() throws Exception {
        StudyFolder study = copy();
        TrainingForecast service = SERVICES.forecast();
        NetworkPreset network = preset.networks().get(0);
        NetworkForecast before = service.of(study, network);
        assertFalse(before.cases().looked());
        assertEquals(before.cases().training().size() + before.cases().test().size(), before.cases().toPrepare());
        assertTrue(service.recorded(study, network).isEmpty());
        SERVICES.training().run(request(study, List.of(network), false, null), new NullProgressMonitor());
        CasesOutlook after = service.of(study, network).cases();
        assertTrue(after.looked());
        assertEquals(0, after.toPrepare());
        RunInfo run = study.readRun("network1");
        assertEquals(run.trainingImages(), after.training().size());
        assertEquals(run.testImages(), after.test().size());
        assertEquals(run.excluded().size(), after.excluded().size());
        // A network that sees the same images knows what was left out, though it is not prepared yet.
        CasesOutlook sibling = service.of(study, network.named("sibling", "Sibling")).cases();
        assertFalse(sibling.looked());
        assertEquals(after.training(), sibling.training());
        assertEquals(after.excluded(), sibling.excluded());
        assertEquals(RunState.FINISHED, run.state());
    }

    @Test
    void speedOfARun_isKnownToTheNextOfItsSizeAndScaledForOthers() throws Exception {
        StudyFolder study = copy();
        NetworkPreset network = preset.networks().get(0);
        SERVICES.training().run(request(study, List.of(network), false, null), new NullProgressMonitor());
        Speed same = SERVICES.forecast().recorded(study, network).orElseThrow();
        assertEquals(Speed.Basis.SAME_NETWORK, same.basis());
        assertTrue(same.source().contains("network1"), same.source());
        NetworkPreset wide = network.withSize(8, 2, List.of(16, 16, 16));
        Speed other = SERVICES.forecast().recorded(study, wide).orElseThrow();
        assertEquals(Speed.Basis.OTHER_NETWORK, other.basis());
        assertTrue(other.secondsPerImage() > same.secondsPerImage());
    }
}
