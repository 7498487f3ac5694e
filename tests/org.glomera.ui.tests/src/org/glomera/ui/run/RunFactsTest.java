package org.glomera.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.RunPreview;
import org.glomera.study.RunPreview.Epoch;
import org.glomera.study.RunProgress;
import org.glomera.study.RunState;
import org.junit.jupiter.api.Test;

/** What the live view says of a run. */
class RunFactsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static RunInfo run(RunState state, int epochs) {
        return RunInfo.planned("n", "Network", "standard", ImageGrid.CT, 1, 12, NOON).withData(48, 15, List.of(),
                Map.of()).withState(state, "", NOON).withEpochs(epochs, 0, "", NOON);
    }

    private static RunContent.Readable content(RunInfo info, Epoch... epochs) {
        return new RunContent.Readable(info, new Curve(List.of(new CurvePoint(1, 0.5, 0.25))),
                Optional.of(RunPreview.of("e1", ImageGrid.CT).withEpochs(List.of(epochs))), "", 0);
    }

    private static String value(List<RunFacts.Fact> facts, String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).map(RunFacts.Fact::value).findFirst()
                .orElse("absent");
    }

    @Test
    void training_saysStepLossRateAndTheTimeThatIsLeftNow() {
        RunProgress progress = new RunProgress(5, 12, 215, 576, 0.21449, 0.0213, 200, NOON.plusSeconds(60));
        List<RunFacts.Fact> facts = RunFacts.of(content(run(RunState.TRAINING, 4)), Optional.of(progress),
                NOON.plusSeconds(90));
        assertEquals("4 of 12", value(facts, "Epochs done"));
        // 576 / 12 = 48 steps an epoch; 215 - 4 * 48 = 23
        assertEquals("epoch 5, step 23 of 48", value(facts, "Under way"));
        // 200 s, of which 30 s passed since
        assertEquals("about 2 min 50 s", value(facts, "Time left"));
        assertEquals("0.214 in the last step", value(facts, "Loss"));
        assertEquals("0.0213 in the last step", value(facts, "Learning rate"));
        assertEquals("0.500 training, 0.250 test", value(facts, "Mean Dice"));
    }

    @Test
    void earlyStopping_isSaidWithTheValidationDice() {
        RunInfo info = run(RunState.FINISHED, 6).withEndedEarly(true);
        RunContent.Readable content = new RunContent.Readable(info, new Curve(List.of(new CurvePoint(1, 0.5, 0.25,
                0.375))), Optional.empty(), "", 0);
        List<RunFacts.Fact> facts = RunFacts.of(content, Optional.empty(), NOON);
        assertEquals("Finished by early stopping", value(facts, "State"));
        assertEquals("0.500 training, 0.250 test, 0.375 validation", value(facts, "Mean Dice"));
    }

    @Test
    void finishedRun_saysNothingOfAnOldSignOfLife() {
        RunProgress progress = new RunProgress(12, 12, 576, 576, 0.2, 0.001, 0, NOON);
        List<RunFacts.Fact> facts = RunFacts.of(content(run(RunState.FINISHED, 12)), Optional.of(progress), NOON);
        assertEquals("absent", value(facts, "Under way"));
        assertEquals("absent", value(facts, "Time left"));
        assertEquals("absent", value(facts, "Loss"));
        assertEquals("Finished", value(facts, "State"));
    }

    @Test
    void timeLeft_isThatOfThePaceWhereTheTrainingDoesNotTell() {
        // 3 epochs in 90 s: 30 s each, 6 left of which 10 s passed
        Optional<Duration> left = RunFacts.timeLeft(content(run(RunState.TRAINING, 6),
                new Epoch(3, 0.5, 0.5, NOON), new Epoch(6, 0.5, 0.5, NOON.plusSeconds(90))), Optional.empty(),
                NOON.plusSeconds(100));
        assertEquals(Optional.of(Duration.ofSeconds(170)), left);
        assertEquals(Optional.empty(), RunFacts.timeLeft(content(run(RunState.TRAINING, 1),
                new Epoch(1, 0.5, 0.5, NOON)), Optional.empty(), NOON));
    }

    @Test
    void trainingThatIsSilent_isDoubtedAfterTenMinutes() {
        RunContent.Readable run = content(run(RunState.TRAINING, 1));
        assertEquals("", RunFacts.remark(run, Optional.empty(), NOON.plusSeconds(599)));
        assertTrue(RunFacts.remark(run, Optional.empty(), NOON.plusSeconds(601)).startsWith(
                "Nothing was heard of this training for 10 min 01 s."));
        RunProgress alive = new RunProgress(2, 12, 50, 576, 0.2, 0.02, Double.NaN, NOON.plusSeconds(590));
        assertFalse(RunFacts.remark(run, Optional.of(alive), NOON.plusSeconds(601)).contains("Nothing"));
        assertEquals("", RunFacts.remark(content(run(RunState.FINISHED, 12)), Optional.empty(),
                NOON.plusSeconds(100_000)));
    }
}
