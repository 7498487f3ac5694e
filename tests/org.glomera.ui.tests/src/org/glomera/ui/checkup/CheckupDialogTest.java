package org.glomera.ui.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.glomera.ui.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialog over the plug-ins that the tests run with. */
class CheckupDialogTest {

    private CheckupDialog dialog;

    @BeforeEach
    void open() throws InterruptedException {
        dialog = Workbench.onUiThread(() -> {
            CheckupDialog made = new CheckupDialog(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
            made.setBlockOnOpen(false);
            made.open();
            return made;
        });
        Workbench.waitUntil(() -> dialog.engine().isPresent(), () -> "the engine was not tested");
    }

    @AfterEach
    void close() {
        Workbench.onUiThread(() -> dialog.close());
    }

    @Test
    void everyExtensionPoint_isALineWithItsContributions() {
        List<String> lines = Workbench.onUiThread(() -> {
            List<String> texts = new ArrayList<>();
            for (TreeItem top : dialog.tree().getItems()) {
                texts.add(top.getText(0) + " " + top.getItemCount());
            }
            return texts.subList(1, texts.size());
        });
        assertEquals(dialog.points().stream().map(point -> point.name() + " "
                + (point.parts().size() + point.skipped().size())).toList(), lines);
    }

    /** No plug-in of these tests brings an engine. */
    @Test
    void theEngine_standsAtTheTop_alsoWhereNoPlugInBringsIt() {
        List<String> lines = Workbench.onUiThread(() -> {
            List<String> texts = new ArrayList<>();
            for (TreeItem line : dialog.tree().getItem(0).getItems()) {
                texts.add(line.getText(1) + " " + line.getText(0));
            }
            return texts;
        });
        assertEquals(List.of("missing pytorch"), lines);
        assertTrue(dialog.engine().orElseThrow().sound());
    }

    @Test
    void aReaderThatNeedsNothing_isOk() {
        String nifti = Workbench.onUiThread(() -> {
            for (TreeItem top : dialog.tree().getItems()) {
                for (TreeItem part : top.getItems()) {
                    if (top.getText(0).equals("Image readers") && part.getText(2).endsWith(", nifti")) {
                        return part.getText(0) + " " + part.getText(1);
                    }
                }
            }
            return "none";
        });
        assertEquals("NIfTI-1 ok", nifti);
    }

    @Test
    void theMessage_saysWhetherSomethingIsMissing() {
        String words = Workbench.onUiThread(() -> String.valueOf(dialog.getMessage()));
        assertTrue(words.matches("Everything that is installed works, but \\d+ of the things that it can use (is|are) missing"
                + " here\\."), words);
    }
}
