package org.glomera.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunCases;
import org.glomera.study.RunInfo;
import org.glomera.study.RunOrigin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeModel() throws GlomeraException {
        ModelSamples.write(folder);
    }

    private String written() throws GlomeraException, IOException {
        Cards.write(folder, "");
        return Files.readString(folder.resolve(Cards.FILE));
    }

    private static void assertRow(String text, String name, String words) {
        String row = text.lines().filter(line -> line.startsWith("| " + name + " |")).findFirst().orElse("no row");
        assertEquals("| " + name + " | " + words + " |", row);
    }

    private static CaseResult kidney(String network, String id, Kidneys side, double difference, double dice,
            double volume, double surfaces) {
        return new CaseResult(network, id, side, 1000, 1000 + 10 * difference, difference, dice, 150, volume,
                Map.of("mean_surface_distance_mm_spect", surfaces));
    }

    /** Two cases; of the second the left kidney was not found. */
    private static List<CaseResult> results() {
        return List.of(kidney("network1", "TE001", Kidneys.RIGHT, -4, 0.9, 140, 2),
                kidney("network1", "TE002", Kidneys.RIGHT, 2, 0.7, 160, 3),
                kidney("network1", "TE001", Kidneys.LEFT, 5, 0.8, 150, 2.5),
                kidney("network1", "TE002", Kidneys.LEFT, Double.NaN, 0, 0, Double.NaN),
                kidney("network1", "TE001", Kidneys.BOTH, 50, 0.1, 900, 90),
                kidney("network2", "TE001", Kidneys.RIGHT, 50, 0.1, 900, 90));
    }

    @Test
    void figures_areMeansOverTheKidneysOfTheNetworkThatHaveThem() {
        Map<String, Double> figures = CardFigures.of("network1", results());
        assertEquals(2, figures.get("test_cases"));
        assertEquals(1, figures.get("kidneys_not_found"));
        // (0.9 + 0.7 + 0.8 + 0) / 4
        assertEquals(0.6, figures.get("mean_dice"), 1e-12);
        // (|-4| + 2 + 5) / 3: the missed kidney has none
        assertEquals(11 / 3.0, figures.get("difference_percent_absolute_mean"), 1e-12);
        // (140 + 160 + 150 + 0) / 4
        assertEquals(112.5, figures.get("volume_ml_mean"), 1e-12);
        // (-4 + 2) / 2 and (4 + 2) / 2
        assertEquals(-1, figures.get("right_difference_percent_mean"), 1e-12);
        assertEquals(3, figures.get("right_difference_percent_absolute_mean"), 1e-12);
        assertEquals(4, figures.get("right_difference_percent_absolute_largest"), 1e-12);
        assertEquals(0.7, figures.get("right_dice_lowest"), 1e-12);
        assertEquals(0.9, figures.get("right_dice_highest"), 1e-12);
        assertEquals(2.5, figures.get("left_surface_distance_mm_mean"), 1e-12);
    }

    @Test
    void figures_withoutAnyKidneyFound_leaveOutWhatIsNotDefined() {
        Map<String, Double> figures = CardFigures.of("n", List.of(kidney("n", "TE001", Kidneys.LEFT, Double.NaN, 0, 0,
                Double.NaN)));
        assertFalse(figures.containsKey("left_difference_percent_mean"), figures.toString());
        assertFalse(figures.containsKey("right_dice_mean"), figures.toString());
        assertTrue(figures.values().stream().allMatch(Double::isFinite), figures.toString());
    }

    @Test
    void card_tellsInputOutputDataAndTrainingInWords() throws Exception {
        String text = written();
        assertTrue(text.startsWith("# Hybrid network\n\nA network that sees SPECT and CT and outlines both kidneys as the"
                + " SPECT shows them.\n"), text);
        assertRow(text, "input", "two volumes of one patient, in this order: the SPECT in Bq/ml, clipped from its lowest"
                + " value to its percentile 99.5, scaled to 0 to 1; the CT in HU, clipped to -200 to 300, scaled to zero"
                + " mean and unit standard deviation; the CT is -1000 HU where it does not reach the SPECT. All on"
                + " 4 x 6 x 8 voxels over the SPECT's field of view (trained: 396 x 396 x 360 mm)");
        // the sum of (27 in + 1) out over (in, out) = (2,2) (2,2) (2,4) (4,4) (6,4) (4,4), and 4 + 1 of the output
        assertRow(text, "architecture", "`hybrid`: 2 filters in the first convolution, 1 levels, "
                + "1,969 weights in 32 bit");
        assertRow(text, "training data", "3 SPECT/CT and 2 diagnostic CT of 4 patients, with the delineations on the SPECT;"
                + " the SHA-256 of each file stands in `model.json`");
        assertRow(text, "left out", "2 images: The left kidney of LU009 is not delineated (1); Cut \\| off (1)");
        assertRow(text, "training", "loss: Dice; optimiser: stochastic gradient descent with Nesterov momentum 0.9,"
                + " weight decay 1.0E-4; gradient's norm at most 0.5; 3 epochs planned; batch of 2; seed 7; 2 threads");
        assertRow(text, "learning rate", "0.025, falls as (1 - step / steps)^0.9, after a straight rise over the first 40"
                + " steps");
        assertRow(text, "reported epoch", "2 of 3 planned, of which 2 were trained. It was stopped on purpose.");
        assertRow(text, "licence", "EPL-2.0");
        assertTrue(text.contains("\n- Not a medical device.\n"), text);
        assertTrue(text.contains("It was not yet measured on test cases."), text);
        assertTrue(text.contains("after epoch 2: test cases 0.625, training images 0.750; see"), text);
        assertTrue(text.contains("./glomera segment CT --spect SPECT --model FOLDER --out kidneys.nii.gz\n"), text);
    }

    /** A setting of a plug-in or of a later version has no words of its own and is named all the same. */
    @Test
    void card_namesEverySettingOfTheRun() throws Exception {
        String text = written();
        assertRow(text, "clinic's own", "far , near 2");
        assertRow(text, "early stopping", "none");
    }

    @Test
    void card_tellsOfAdamStepsEarlyStoppingFoldsAndFirstWeights() throws Exception {
        TrainingConfiguration adam = ModelSamples.training("""
                {"loss":"dice_cross_entropy","optimiser":"adam","learningRate":0.001,"momentum":0,"nesterov":false,
                "weightDecay":0.01,"gradientNormLimit":0,"warmUpSteps":0,"decay":"step","decayPower":0,"epochs":50,"batch":1,
                "seed":1,"threads":2,"initialisation":{"outputDeviation":0,"outputBias":0},"beta2":0.99,"decayFactor":0.5,
                "decayEpochs":10,"patienceEpochs":7,"smallestGain":0.002,
                "augmentations":[{"id":"rotation","probability":0.5,"parameters":{"largestDegrees":10}},
                {"id":"mirroring","probability":0.25,"parameters":{}}]}""");
        RunInfo run = ModelSamples.run().withCases(new RunCases(List.of("a"), List.of("b", "c"), List.of("d")))
                .withOrigin(new RunOrigin("network9", "0123456789abcdef", 4, List.of("output: it has 2 channels"), List.of()));
        ModelCard card = ModelSamples.card().withTraining(adam);
        Curve curve = new Curve(List.of(new CurvePoint(1, 0.5, 0.4), new CurvePoint(2, 0.75, 0.625, 0.5)));
        String text = Cards.text(new Cards.Source(card, Optional.of(run), curve, 10, ""));
        assertRow(text, "training", "loss: mean of Dice and binary cross-entropy; optimiser: Adam, beta 0.9 and 0.99,"
                + " epsilon 1.0E-8, decoupled weight decay 0.01; gradient's norm not limited; 50 epochs planned; batch of 1;"
                + " seed 1; 2 threads");
        assertRow(text, "learning rate", "0.001, multiplied by 0.5 every 10 epochs");
        assertRow(text, "augmentations", "rotation (probability 0.5, largest degrees 10); mirroring (probability 0.25)");
        assertRow(text, "early stopping", "after 7 epochs in which the validation Dice did not rise by more than 0.002");
        assertRow(text, "first weights", "The training began with the weights of network9 (SHA-256 0123456789ab…): 4 of 5"
                + " layers were taken; these did not fit and began as usual: output: it has 2 channels.");
        assertRow(text, "validation", "2 images that it did not learn from and by which the training was watched");
        assertRow(text, "held out", "1 images of its fold, which it did not learn from");
        assertTrue(text.contains("test cases 0.625, validation cases 0.500, training images 0.750;"), text);
    }

    @Test
    void card_hasTheResultsAsATable() throws Exception {
        ModelFolder.writeCard(folder, ModelSamples.card().withResults(CardFigures.of("network1", results())));
        String text = written();
        assertTrue(text.contains("On 2 test cases, which it was not trained on."), text);
        assertRow(text, "right", "0.800 (0.700 to 0.900) | 3.00 % (4.0 %) | -1.0 % | 2.5 mm");
        assertRow(text, "left", "0.400 (0.000 to 0.800) | 5.00 % (5.0 %) | +5.0 % | 2.5 mm");
        assertTrue(text.contains("mean Dice 0.600, mean absolute difference 3.67 %, 1 kidney was missed."), text);
        assertTrue(text.contains("It outlines 113 ml a kidney on average, the manual delineation 150 ml."), text);
    }

    @Test
    void card_ofPhantomsSaysThatItIsNotForPatients() throws Exception {
        String text = written();
        assertTrue(text.contains("**Not for:** the care of patients"), text);
        ModelCard card = ModelSamples.card();
        ModelCard phantoms = new ModelCard(card.format(), card.name(), card.title(), card.architecture(),
                card.parameters(), card.channels(), card.preparation(), card.labelMeaning(), card.training(),
                card.epochs(), card.trainingData(), Map.of("spect_ct", 3, "phantoms", 3, "patients", 3), Map.of(),
                card.versions(), "", card.licence(), card.remarks(), card.created());
        String ofPhantoms = Cards.text(new Cards.Source(phantoms, Optional.empty(), new Curve(List.of()), 10,
                "phantom-hybrid"));
        assertTrue(ofPhantoms.contains("**Not for:** patients. It has seen nothing but drawn phantoms"), ofPhantoms);
        assertTrue(ofPhantoms.contains("Id `phantom-hybrid`. "), ofPhantoms);
        assertTrue(ofPhantoms.contains("--model phantom-hybrid --out"), ofPhantoms);
        assertRow(ofPhantoms, "training data", "3 SPECT/CT phantoms, with the delineations on the SPECT; the SHA-256 of"
                + " each file stands in `model.json`");
    }

    @Test
    void writing_isRepeatableAndKeepsNotesWrittenByHand() throws Exception {
        String text = written();
        assertEquals(text, written());
        Files.writeString(folder.resolve(Cards.FILE), text + "\n## Notes\n\nOf one scanner.\r\n");
        assertEquals(text + "\n## Notes\n\nOf one scanner.\n", written());
        assertEquals(text + "\n## Notes\n\nOf one scanner.\n", written());
        Cards.withdraw(folder);
        String withdrawn = Files.readString(folder.resolve(Cards.FILE));
        assertTrue(withdrawn.startsWith("# In training\n") && withdrawn.endsWith("\n## Notes\n\nOf one scanner.\n"),
                withdrawn);
    }

    @Test
    void titleOfOthers_writesNoMarkupAndNoLinesOfItsOwn() throws Exception {
        ModelCard card = ModelSamples.card();
        ModelCard hostile = new ModelCard(card.format(), card.name(), "A\n## Results\n<script>[x](http://y)</script>",
                card.architecture(), card.parameters(), card.channels(), card.preparation(), card.labelMeaning(),
                card.training(), card.epochs(), Map.of(), Map.of(), Map.of(), Map.of(), "", "x|y\nz", List.of(),
                card.created());
        String text = Cards.text(new Cards.Source(hostile, Optional.empty(), new Curve(List.of()), 10, ""));
        assertTrue(text.startsWith("# A ## Results 'script''x'(http://y)'/script'\n"), text);
        assertRow(text, "licence", "x\\|y z");
    }
}
