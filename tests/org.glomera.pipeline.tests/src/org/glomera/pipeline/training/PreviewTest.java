package org.glomera.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.evaluation.Overlap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.training.TrainingListener;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.preparing.CaseImages;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.PreviewPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseFile;
import org.glomera.study.CurvePoint;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunPreview;
import org.glomera.study.RunPreview.Epoch;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training keeps for people to look at, on small phantoms with a stand-in for the engine. */
class PreviewTest {

    private static final List<String> RESULTS = List.of("weights.safetensors", "curve.csv",
            "checkpoint/state.safetensors");

    @TempDir
    static Path folder;

    private static Path prepared;
    private static Preset preset;
    private static PipelineServices services;

    @TempDir
    Path other;

    private StudyFolder study;

    @BeforeAll
    static void prepareOnce() throws GlomeraException {
        services = new PipelineServices(new TestComponents());
        preset = SmallStudy.preset();
        prepared = folder.resolve("study");
        Path phantom = services.phantom().run(new PhantomRequest(preset, folder.resolve("phantom"),
                Optional.empty()), new NullProgressMonitor()).dicomFolder();
        services.importing().run(new ImportRequest(phantom, prepared, "Small", RoleAssignment.fromCohortFile()),
                new NullProgressMonitor());
        for (NetworkPreset network : preset.networks().subList(0, 2)) {
            services.prepare().run(new PrepareRequest(prepared, network), new NullProgressMonitor());
        }
    }

    @BeforeEach
    void copy() throws Exception {
        study = copyOf(prepared, other.resolve("study"));
    }

    private static StudyFolder copyOf(Path from, Path to) throws Exception {
        FileUtils.copyDirectory(from.toFile(), to.toFile());
        return StudyFolder.open(to);
    }

    private static NetworkPreset network(int index, int epochs) {
        NetworkPreset network = preset.networks().get(index);
        return network.withTraining(network.training().withEpochs(epochs));
    }

    private static void train(StudyFolder study, NetworkPreset network, PreviewPreset preview)
            throws GlomeraException {
        services.train().run(new TrainRequest(study.root(), network, "small", false, preview), new NullProgressMonitor());
    }

    private static List<Integer> epochs(RunPreview preview) {
        return preview.epochs().stream().map(Epoch::epoch).toList();
    }

    @Test
    void training_endsWithTheSameBytesWithAndWithoutPreview() throws Exception {
        StudyFolder without = copyOf(prepared, other.resolve("without"));
        train(study, network(0, 5), PreviewPreset.STANDARD);
        train(without, network(0, 5), PreviewPreset.OFF);
        for (String file : RESULTS) {
            assertEquals(-1, Files.mismatch(study.runFolder("network1").resolve(file),
                    without.runFolder("network1").resolve(file)), file);
        }
        assertEquals(5, RunPreview.read(study, "network1").orElseThrow().epochs().size());
        RunPreview none = RunPreview.read(without, "network1").orElseThrow();
        assertEquals(List.of(), none.epochs());
        assertEquals("The training was asked to keep no preview.", none.remark());
    }

    @Test
    void lastEpoch_isWhatEvaluateFindsInTheCase() throws Exception {
        for (int i = 0; i < 2; i++) {
            String run = preset.networks().get(i).name();
            train(study, network(i, 3), new PreviewPreset(2, "TE002"));
            services.evaluate().run(new EvaluateRequest(study.root(), List.of(run), "look"), new NullProgressMonitor());
            RunPreview preview = RunPreview.read(study, run).orElseThrow();
            assertEquals("TE002", preview.caseId());
            assertEquals(i == 0 ? ImageGrid.SPECT : ImageGrid.CT, preview.grid());
            // the first, every second and the last of three
            assertEquals(List.of(1, 2, 3), epochs(preview));
            LabelMap kept = NiftiFiles.readLabelMap(RunPreview.labelMap(study, run, 3));
            LabelMap evaluated = NiftiFiles.readLabelMap(study.segmentationFile(run, "TE002"));
            assertEquals(evaluated.grid(), kept.grid());
            assertEquals(0, mismatches(evaluated, kept));
            assertTrue(kept.count(1) + kept.count(2) > 0, "an empty map would equal any other");
            LabelMap manual = CaseImages.kidneys(study, study.requireCase("TE002"),
                    i == 0 ? CaseFile.KIDNEYS_SPECT : CaseFile.KIDNEYS_CT);
            Epoch last = preview.epochs().get(2);
            assertEquals(Overlap.dice(manual, kept, Kidneys.RIGHT), last.diceRight());
            assertEquals(Overlap.dice(manual, kept, Kidneys.LEFT), last.diceLeft());
        }
    }

    private static int mismatches(LabelMap one, LabelMap two) {
        return (int) IntStream.range(0, one.labels().length).filter(i -> one.labels()[i] != two.labels()[i]).count();
    }

    @Test
    void caseThatIsNoTestCase_isSaidAndDoesNotStopTheTraining() throws Exception {
        train(study, network(1, 1), new PreviewPreset(1, "XX999"));
        RunPreview preview = RunPreview.read(study, "network2").orElseThrow();
        assertEquals("The case XX999, which was asked for, is no test case that this network can use.",
                preview.remark());
        assertEquals(1, study.readRun("network2").reportedEpoch());
    }

    @Test
    void caseWhoseFilesAreGone_isSaidAndDoesNotStopTheTraining() throws Exception {
        Files.delete(study.caseFile("TE001", CaseFile.KIDNEYS_CT));
        train(study, network(1, 2), PreviewPreset.STANDARD);
        RunPreview preview = RunPreview.read(study, "network2").orElseThrow();
        assertTrue(preview.remark().contains("kidneys_ct.nii.gz is missing"), preview.remark());
        assertEquals(List.of(), preview.epochs());
        assertEquals(2, study.readRun("network2").reportedEpoch());
    }

    private PreviewWriter writer(PreviewPreset settings, int epochs) throws GlomeraException {
        NetworkPreset network = network(1, epochs);
        return new PreviewWriter(study, network, new PreparedFiles(study, "network2").read(), settings);
    }

    /** An epoch as the training tells it: 16 x 16 x 16 voxels of which none is a kidney. */
    private static void tell(TrainingListener listener, int epoch) {
        listener.imageTested(0, new float[16 * 16 * 16]);
        listener.imageTested(1, new float[16 * 16 * 16]);
        listener.epochDone(new CurvePoint(epoch, 0.5, 0.5));
    }

    private static long labelMaps(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".nii.gz")).count();
        }
    }

    @Test
    void trainingThatBeginsAnew_beginsItsPreviewAnew() throws Exception {
        PreviewWriter writer = writer(PreviewPreset.STANDARD, 10);
        writer.resumed(0);
        tell(writer, 1);
        tell(writer, 2);
        assertEquals(List.of(1, 2), epochs(RunPreview.read(study, "network2").orElseThrow()));
        writer.begunAnew(1, 7, "");
        assertEquals(List.of(), epochs(RunPreview.read(study, "network2").orElseThrow()));
        assertEquals(0, labelMaps(RunPreview.folder(study, "network2")));
        tell(writer, 1);
        assertEquals(List.of(1), epochs(RunPreview.read(study, "network2").orElseThrow()));
    }

    @Test
    void trainingThatGoesOn_keepsTheEpochsThatItGoesOnFrom() throws Exception {
        PreviewWriter first = writer(PreviewPreset.STANDARD, 10);
        first.resumed(0);
        for (int epoch = 1; epoch <= 4; epoch++) {
            tell(first, epoch);
        }
        PreviewWriter second = writer(PreviewPreset.STANDARD, 10);
        second.resumed(3);
        assertEquals(List.of(1, 2, 3), epochs(RunPreview.read(study, "network2").orElseThrow()));
        assertFalse(Files.exists(RunPreview.labelMap(study, "network2", 4)));
        PreviewWriter ofOtherCase = writer(new PreviewPreset(1, "TE002"), 10);
        ofOtherCase.resumed(3);
        assertEquals(List.of(), epochs(RunPreview.read(study, "network2").orElseThrow()));
    }

    @Test
    void trainingThatIsEndedEarly_keepsItsLastEpoch() throws Exception {
        PreviewWriter writer = writer(new PreviewPreset(5, ""), 10);
        writer.resumed(0);
        for (int epoch = 1; epoch <= 7; epoch++) {
            tell(writer, epoch);
        }
        assertEquals(List.of(1, 5), epochs(RunPreview.read(study, "network2").orElseThrow()));
        writer.end();
        writer.end();
        assertEquals(List.of(1, 5, 7), epochs(RunPreview.read(study, "network2").orElseThrow()));
        // neither the person's mask nor an empty one: Dice 2 * 0 / (n + 0)
        assertEquals(0, RunPreview.read(study, "network2").orElseThrow().epochs().get(2).diceRight());
    }

    @Test
    void longTraining_keepsAtMostFortyEpochsWithTheirFiles() throws Exception {
        PreviewWriter writer = writer(PreviewPreset.STANDARD, 1000);
        writer.resumed(0);
        for (int epoch = 1; epoch <= 41; epoch++) {
            tell(writer, epoch);
        }
        RunPreview preview = RunPreview.read(study, "network2").orElseThrow();
        // 41 multiples of 1 are too many: the first, 2, 4 … 40 and the last
        assertEquals(22, preview.epochs().size());
        assertEquals(List.of(1, 2, 4, 6), epochs(preview).subList(0, 4));
        assertEquals(41, preview.epochs().get(21).epoch());
        assertEquals(22, labelMaps(RunPreview.folder(study, "network2")));
    }

    @Test
    void thinning_dependsOnTheNumbersAlone() {
        List<Epoch> all = IntStream.rangeClosed(1, 2000).mapToObj(PreviewTest::epoch).toList();
        List<Epoch> oneByOne = List.of();
        for (Epoch each : all) {
            List<Epoch> longer = new ArrayList<>(oneByOne);
            longer.add(each);
            oneByOne = PreviewThinning.thinned(longer, 1);
            assertTrue(oneByOne.size() <= RunPreview.MOST_EPOCHS, () -> "at " + each.epoch());
        }
        assertEquals(PreviewThinning.thinned(all, 1), oneByOne);
        // 2000 / 32 = 62 and 2000 / 64 = 31 multiples: the first, 64, 128 … 1984, 2000
        assertEquals(33, oneByOne.size());
        assertEquals(List.of(1, 64, 128), oneByOne.stream().map(Epoch::epoch).toList().subList(0, 3));
    }

    private static Epoch epoch(int number) {
        return new Epoch(number, Double.NaN, 0.5, Instant.EPOCH);
    }
}
