package org.glomera.ui.welcome;

import static org.glomera.ui.Workbench.onUiThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewReference;
import org.glomera.ui.Commands;
import org.glomera.ui.Workbench;
import org.glomera.ui.comparison.ComparisonEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The view of the first steps. */
class FirstStepsTest {

    @AfterEach
    void closeEverything() {
        onUiThread(() -> {
            IViewReference view = Workbench.page().findViewReference(FirstStepsView.ID);
            if (view != null) {
                Workbench.page().hideView(view);
            }
            return null;
        });
        Workbench.closeEverything();
    }

    private static FirstStepsView open() {
        return onUiThread(() -> {
            Commands.run(Commands.FIRST_STEPS);
            return (FirstStepsView) Workbench.page().findView(FirstStepsView.ID);
        });
    }

    @Test
    void everyStep_needsACommandThatIsDefined() {
        assertEquals(List.of(FirstStep.values()), onUiThread(FirstStep::possible));
    }

    @Test
    void theView_offersTheFirstStepFirst() {
        FirstStepsView view = open();
        assertEquals(onUiThread(FirstStep::possible),
                onUiThread(() -> view.rows().stream().map(StepRow::step).toList()));
        assertEquals(0, onUiThread(view::at));
        assertTrue(onUiThread(() -> view.rows().get(0).button().getVisible()));
        assertFalse(onUiThread(() -> view.rows().get(1).button().getVisible()));
    }

    /** The study of the second step was never made here, so the step would ask for it: an experiment is open instead. */
    @Test
    void aStepThatWasDone_opensTheNext() throws InterruptedException {
        onUiThread(() -> {
            Commands.run(Commands.OPEN_SAMPLE);
            return null;
        });
        Workbench.waitUntil(() -> Workbench.page().getActiveEditor() instanceof ComparisonEditor,
                () -> "the active editor is " + Workbench.page().getActiveEditor());
        FirstStepsView view = open();
        onUiThread(() -> {
            view.rows().get(1).button().notifyListeners(SWT.Selection, new Event());
            return null;
        });
        assertEquals(2, onUiThread(view::at));
        assertTrue(onUiThread(() -> view.rows().get(2).button().getVisible()));
        assertFalse(onUiThread(() -> view.rows().get(1).button().getVisible()));
    }
}
