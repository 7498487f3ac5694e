package org.glomera.pipeline.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.pipeline.checkup.Finding.State;
import org.glomera.pipeline.testing.FakeEngine;
import org.junit.jupiter.api.Test;

class EngineCheckupTest {

    /** The stand-in for an engine is no U-Net: as wrong as an engine can be. */
    @Test
    void anEngineWithOtherNumbers_isWrong_andTheWordsForbidItsUse() {
        EngineCheckup checked = EngineCheckup.of(new FakeEngine(), true, new NullProgressMonitor());
        assertFalse(checked.sound());
        String fault = checked.fault().orElseThrow();
        assertTrue(fault.contains("Do not train"), fault);
        assertTrue(fault.contains("should be"), fault);
        assertTrue(CheckupText.lines(checked).contains("  WRONG   Forward and backward pass"));
    }

    @Test
    void anEngineThatIsOnlyAsked_isNotTested() {
        EngineCheckup checked = EngineCheckup.of(new FakeEngine(), false, new NullProgressMonitor());
        assertTrue(checked.sound());
        assertEquals(Optional.empty(), checked.test());
        assertEquals(List.of("Fake 1", "Memory"), checked.findings().stream().map(Finding::what).toList());
    }

    @Test
    void anEngineThatIsNotThere_isMissing_withWhatToDo() {
        EngineCheckup checked = EngineCheckup.of(new AbsentEngine(), true, new NullProgressMonitor());
        assertEquals(List.of(new Finding(State.MISSING, "Absent", "Install it.")), checked.findings());
        assertTrue(checked.sound(), "what is missing is not wrong");
    }

    @Test
    void withoutACard_theReasonIsNoFault() {
        EngineCheckup checked = EngineCheckup.of(new NetworkEngineWithoutCard(), false, new NullProgressMonitor());
        assertEquals(new Finding(State.ABSENT, "Graphics card", "There is none."), checked.findings().get(1));
    }

    private static class AbsentEngine implements NetworkEngine {
        @Override
        public EngineReport report() {
            return new EngineReport(false, "Absent", "", "", 0, "Install it.");
        }

        @Override
        public Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) {
            throw new AssertionError("an absent engine is not used");
        }

        @Override
        public Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads) {
            throw new AssertionError("an absent engine is not used");
        }
    }

    private static final class NetworkEngineWithoutCard extends AbsentEngine {
        @Override
        public EngineReport report() {
            return new EngineReport(true, "Slow", "2", "cpu", 1, "It calculates.", "There is none.");
        }
    }
}
