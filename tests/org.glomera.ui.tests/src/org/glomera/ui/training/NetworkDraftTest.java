package org.glomera.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.network.training.Decay;
import org.glomera.network.training.EarlyStopping;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;

class NetworkDraftTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static NetworkPreset demo() throws GlomeraException {
        return Presets.load("demo").networks().get(0);
    }

    private static RunInfo run(NetworkPreset network, RunState state, int done) {
        int epochs = network.training().epochs();
        return RunInfo.planned(network.name(), network.title(), network.architecture(), ImageGrid.SPECT, 1, epochs, NOON)
                .withConfiguration("demo", StudyJson.toTree(network)).withState(state, "", NOON)
                .withEpochs(done, state == RunState.FINISHED ? done : 0, "", NOON);
    }

    @Test
    void untouchedDraft_isThePresetToTheLastDigit() throws GlomeraException {
        assertEquals(demo(), new NetworkDraft(demo(), Map.of(), 0).network().orElseThrow());
    }

    @Test
    void typedValues_areTakenAndCounted() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        draft.set(NetworkField.EPOCHS, " 12 ");
        draft.set(NetworkField.LEARNING_RATE, "1e-2");
        draft.set(NetworkField.SIZE_Z, "64");
        NetworkPreset network = draft.network().orElseThrow();
        assertEquals(12, network.training().epochs());
        assertEquals(0.01, network.training().learningRate());
        assertEquals(64, network.inputSize().get(2));
        assertEquals(3, draft.changes());
        draft.reset();
        assertEquals(0, draft.changes());
    }

    /** The first network of the demo sees SPECT and CT: so do two contributed architectures. */
    @Test
    void architecture_isOneOfThoseThatSeeTheSameImages() throws GlomeraException {
        assertEquals(List.of("hybrid", "residual-hybrid"), NetworkField.ARCHITECTURE.choices(demo()));
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        draft.set(NetworkField.ARCHITECTURE, "residual-hybrid");
        assertEquals("residual-hybrid", draft.network().orElseThrow().architecture());
        assertEquals(1, draft.changes());
        draft.set(NetworkField.ARCHITECTURE, "standard");
        assertEquals("Architecture: choose hybrid or residual-hybrid.",
                draft.problem(NetworkField.ARCHITECTURE).orElseThrow());
    }

    @Test
    void architectureOfAPlugInThatIsNotThere_staysAsItIs() throws GlomeraException {
        NetworkPreset foreign = demo().withArchitecture("of-another-clinic");
        assertEquals(foreign, new NetworkDraft(foreign, Map.of(), 0).network().orElseThrow());
        assertEquals(List.of("of-another-clinic", "hybrid", "residual-hybrid"),
                NetworkField.ARCHITECTURE.choices(foreign));
    }

    @Test
    void everyFieldWithAWord_isRefusedWithItsName() throws GlomeraException {
        for (NetworkField field : NetworkField.values()) {
            NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
            for (String wrong : new String[] {"abc", "", "-", "1e999", "--1"}) {
                draft.set(field, wrong);
                assertTrue(draft.problem(field).orElse("").startsWith(field.label()), field + " " + wrong);
                assertTrue(draft.network().isEmpty());
            }
        }
    }

    @Test
    void valuesOutOfRange_areRefusedWithTheRange() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        draft.set(NetworkField.MOMENTUM, "1");
        assertEquals("Momentum is 0 to below 1, not 1.", draft.problem(NetworkField.MOMENTUM).orElseThrow());
        draft.set(NetworkField.LEARNING_RATE, "0");
        assertEquals("Learning rate is above 0, up to 100, not 0.",
                draft.problem(NetworkField.LEARNING_RATE).orElseThrow());
        draft.set(NetworkField.EPOCHS, "0");
        assertEquals("Epochs is 1 to 1000000, not 0.", draft.problem(NetworkField.EPOCHS).orElseThrow());
    }

    @Test
    void inputSizeThatLevelsDoNotDivide_isRefusedWithTheNearestTwo() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        // Four levels divide by 16: 50 lies between 48 and 64.
        draft.set(NetworkField.SIZE_X, "50");
        String problem = draft.problem(NetworkField.SIZE_X).orElseThrow();
        assertTrue(problem.contains("no multiple of 16") && problem.endsWith("take 48 or 64."), problem);
        draft.set(NetworkField.LEVELS, "1");
        assertTrue(draft.problem(NetworkField.SIZE_X).isEmpty());
    }

    @Test
    void optimiserLossAndStepDecay_areTaken() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        assertFalse(draft.applies(NetworkField.DECAY_FACTOR));
        draft.set(NetworkField.OPTIMISER, "Adam");
        draft.set(NetworkField.LOSS, "Dice and cross-entropy");
        draft.set(NetworkField.DECAY, "in steps");
        assertFalse(draft.applies(NetworkField.MOMENTUM));
        assertTrue(draft.applies(NetworkField.DECAY_FACTOR));
        assertTrue(draft.problem(NetworkField.DECAY_EPOCHS).orElseThrow().contains("1 or more"));
        draft.set(NetworkField.DECAY_EPOCHS, "3");
        draft.set(NetworkField.DECAY_FACTOR, "0.1");
        TrainingConfiguration training = draft.network().orElseThrow().training();
        assertEquals(Optimiser.ADAM, training.optimiser());
        assertEquals(Loss.DICE_CROSS_ENTROPY, training.loss());
        assertEquals(Decay.STEP, training.decay());
        assertEquals(3, training.decayEpochs());
        assertEquals(0.1, training.decayFactor());
    }

    @Test
    void earlyStopping_needsValidationCases() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        draft.set(NetworkField.PATIENCE, "5");
        assertTrue(draft.problem(NetworkField.PATIENCE).orElseThrow().contains("watches validation cases"));
        assertTrue(draft.network().isEmpty());
        draft.set(NetworkField.VALIDATION, "0.6");
        assertEquals("Validation is 0 to 0.5, not 0.6.", draft.problem(NetworkField.VALIDATION).orElseThrow());
        draft.set(NetworkField.VALIDATION, "0.2");
        draft.set(NetworkField.SMALLEST_GAIN, "0.005");
        NetworkPreset network = draft.network().orElseThrow();
        assertEquals(0.2, network.validationShare());
        assertEquals(new EarlyStopping(5, 0.005), network.training().earlyStopping());
    }

    @Test
    void stoppedRunOfTheseSettings_isResumedAndOneOfOthersIsNot() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of("network1", run(demo(), RunState.STOPPED, 3)), 0);
        assertEquals(RunPlan.RESUME, draft.plan());
        assertEquals(3, draft.epochsDone());
        assertTrue(draft.problems().isEmpty());
        draft.set(NetworkField.SEED, "7");
        assertFalse(draft.problems().isEmpty(), "never overwritten silently");
        draft.anew(true);
        assertEquals(RunPlan.ANEW, draft.plan());
        assertTrue(draft.problems().isEmpty());
    }

    @Test
    void finishedRun_isLeftAloneAndTheDraftTakesTheNextFreeName() throws GlomeraException {
        RunInfo finished = run(demo(), RunState.FINISHED, demo().training().epochs());
        NetworkDraft draft = new NetworkDraft(demo(), Map.of("network1", finished, "network1-2", run(demo().named(
                "network1-2", "Two"), RunState.FINISHED, 1)), 0);
        assertEquals("network1-3", draft.name());
        assertEquals(RunPlan.NEW, draft.plan());
        assertEquals("network1-3", draft.network().orElseThrow().name());
        draft.name("network1");
        assertTrue(draft.nameProblem().orElseThrow().contains("is finished"));
        draft.name("Network 1");
        assertTrue(draft.nameProblem().orElseThrow().contains("lower-case"));
    }

    @Test
    void runThatWasKeptEarly_canBeResumed() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of("network1", run(demo(), RunState.FINISHED, 2)), 0);
        assertEquals(RunPlan.RESUME, draft.plan());
        assertEquals(2, draft.epochsDone());
    }

    private static AugmentationDraft augmentation(NetworkDraft draft, String id) {
        return draft.augmentations().stream().filter(one -> one.info().id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void augmentations_areThoseOfThePlugInsAndOffInThePreset() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        assertEquals(List.of("hu-shift", "mirroring", "noise", "rotation", "sharpening", "smoothing", "translation"),
                draft.augmentations().stream().map(one -> one.info().id()).toList());
        assertTrue(draft.augmentations().stream().noneMatch(AugmentationDraft::used));
        AugmentationDraft noise = augmentation(draft, "noise");
        noise.use(true);
        noise.probability("0.25");
        noise.text(noise.info().parameters().get(0), "30");
        assertEquals(1, draft.changes());
        List<AugmentationSetting> set = draft.network().orElseThrow().training().augmentations();
        assertEquals(List.of(new AugmentationSetting("noise", 0.25, Map.of("sdHu", 30.0, "spectPercent", 5.0))), set);
        draft.reset();
        assertEquals(demo(), draft.network().orElseThrow());
    }

    @Test
    void anAugmentationsValueOutOfItsRange_isSaidWithTheRange() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        AugmentationDraft noise = augmentation(draft, "noise");
        noise.text(noise.info().parameters().get(0), "-3");
        noise.probability("2");
        assertTrue(draft.problems().isEmpty(), "it is not used");
        noise.use(true);
        assertEquals(List.of("Noise: the share of images is above 0 to 1, not '2'."), draft.problems());
        noise.probability("1");
        assertEquals(List.of("Noise: 'SD in the CT' is 0 to 500 HU, not '-3'."), draft.problems());
        assertTrue(draft.network().isEmpty());
    }

    @Test
    void aNetworksOwnAugmentations_keepTheirOrderAndDigits() throws GlomeraException {
        List<AugmentationSetting> own = List.of(new AugmentationSetting("translation", 1 / 3.0, Map.of()),
                new AugmentationSetting("hu-shift", 0.1, Map.of("largestHu", 12.5)));
        NetworkPreset network = demo().withTraining(demo().training().change().augmentations(own).configuration());
        NetworkDraft draft = new NetworkDraft(network, Map.of(), 0);
        assertEquals(network, draft.network().orElseThrow());
        assertEquals(0, draft.changes());
        augmentation(draft, "translation").use(false);
        assertEquals(own.subList(1, 2), draft.network().orElseThrow().training().augmentations());
        NetworkDraft other = new NetworkDraft(demo(), Map.of(), 0);
        other.copyAugmentations(draft);
        assertEquals(own.subList(1, 2), other.network().orElseThrow().training().augmentations());
    }

    @Test
    void anAugmentationThatNoPlugInBrings_isSaidAndCanBeSwitchedOff() throws GlomeraException {
        NetworkPreset network = demo().withTraining(demo().training().change()
                .augmentations(List.of(new AugmentationSetting("gone", 1, Map.of("x", 2.0)))).configuration());
        NetworkDraft draft = new NetworkDraft(network, Map.of(), 0);
        assertTrue(draft.problems().get(0).contains("'gone': no plug-in"), draft.problems().toString());
        augmentation(draft, "gone").use(false);
        assertEquals(List.of(), draft.problems());
        assertEquals(List.of(), draft.network().orElseThrow().training().augmentations());
    }

    private static RunInfo fold(NetworkPreset network, RunState state, int done) {
        int epochs = network.training().epochs();
        return RunInfo.planned(network.runName(), network.runTitle(), network.architecture(), ImageGrid.SPECT, 1, epochs,
                NOON).withConfiguration("demo", StudyJson.toTree(network)).withState(state, "", NOON)
                .withEpochs(done, state == RunState.FINISHED ? done : 0, "", NOON);
    }

    @Test
    void folds_areRunsOfTheirOwnAndAChange() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo(), Map.of(), 0);
        draft.folds(3);
        assertEquals(List.of("network1_fold1", "network1_fold2", "network1_fold3"), draft.runNames());
        assertEquals(demo().withFolds(3), draft.network().orElseThrow());
        assertEquals(1, draft.changes());
        draft.reset();
        assertEquals(0, draft.folds());
    }

    /** Of the demo's 8 epochs the first fold has all and the second 3: 11 of 24. */
    @Test
    void foldsThatAreThere_areResumedTogether() throws GlomeraException {
        List<NetworkPreset> folds = demo().withFolds(3).runs();
        Map<String, RunInfo> there = Map.of("network1_fold1", fold(folds.get(0), RunState.FINISHED, 8), "network1_fold2",
                fold(folds.get(1), RunState.STOPPED, 3));
        NetworkDraft draft = new NetworkDraft(demo().withFolds(3), there, 0);
        assertEquals("network1", draft.name());
        assertEquals(RunPlan.RESUME, draft.plan());
        assertEquals(11, draft.epochsDone());
        assertEquals(24, draft.epochsPlanned());
        draft.folds(2);
        assertEquals(RunPlan.ANEW, draft.plan());
        assertTrue(draft.nameProblem().isPresent());
        draft.useFreeName();
        assertEquals("network1-2", draft.name());
    }

    @Test
    void settingsOfAFold_planTheWholeCrossValidation() throws GlomeraException {
        NetworkDraft draft = new NetworkDraft(demo().withFolds(4).runs().get(2), Map.of(), 0);
        assertEquals(demo().withFolds(4), draft.network().orElseThrow());
    }

    @Test
    void start_isAnotherRunAndNeverTheSame() throws GlomeraException {
        NetworkPreset pinned = demo().withStart("network2", "ab".repeat(32));
        NetworkDraft draft = new NetworkDraft(demo().withStart("network2", ""), Map.of("network1",
                run(pinned, RunState.STOPPED, 2)), 0);
        assertEquals(RunPlan.RESUME, draft.plan());
        draft.start("network1");
        assertTrue(draft.startProblem().isPresent());
        draft.start("");
        assertEquals(demo(), draft.network().orElseThrow().named("network1", demo().title()));
    }
}
