package org.glomera.ui.comparison;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger.Level;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Table;
import org.glomera.study.StudyFolder;
import org.glomera.ui.BigExperiment;
import org.glomera.ui.Workbench;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.ItemInput.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest experiment that is expected, in the editor. It says how long things took; nothing depends on it. */
class BigExperimentTest {

    private static final System.Logger LOG = System.getLogger(BigExperimentTest.class.getName());
    private static final double NS_PER_MS = 1e6;
    private static final int SCROLLED_ROWS = 3;

    @TempDir
    Path folder;

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    @Test
    void twelveRunsOver500Cases_areShown_andScrolledThroughFromEndToEnd() throws Exception {
        StudyFolder study = BigExperiment.write(folder.resolve("big"));
        long start = System.nanoTime();
        ComparisonPane pane = onUiThread(() -> ((ComparisonEditor) Workbench.page().openEditor(
                new ItemInput(Kind.EXPERIMENT, study.root(), "big"), ComparisonEditor.ID)).pane());
        waitUntil(() -> pane.front().view().page().isPresent(), () -> "" + pane.warnings());
        double openedMs = (System.nanoTime() - start) / NS_PER_MS;
        onUiThread(() -> {
            pane.open(PageKind.CASES);
            return null;
        });
        waitUntil(() -> pane.front().view().page().isPresent(), () -> "no cases");
        Table table = onUiThread(() -> pane.front().view().tables().get(0).table());
        assertEquals(500, onUiThread(table::getItemCount));
        double longestMs = 0;
        int steps = 0;
        for (int top = 0; top < 500; top += SCROLLED_ROWS) {
            int row = top;
            long before = System.nanoTime();
            onUiThread(() -> {
                table.setTopIndex(row);
                table.update();
                return null;
            });
            longestMs = Math.max(longestMs, (System.nanoTime() - before) / NS_PER_MS);
            steps++;
        }
        LOG.log(Level.INFO, String.format("12 runs x 1,000 epochs x 500 cases: opened in %.0f ms; %d steps of scrolling,"
                + " the longest took %.0f ms", openedMs, steps, longestMs));
        String last = onUiThread(() -> table.getItem(499).getText(0));
        assertEquals("case500", last);
    }
}
