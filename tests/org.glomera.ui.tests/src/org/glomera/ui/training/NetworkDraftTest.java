package org.glomera.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
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
}
