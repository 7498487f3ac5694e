package org.glomera.ui.handlers;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.ui.IEditorPart;
import org.glomera.samples.ReferenceStudy;
import org.glomera.ui.Commands;
import org.glomera.ui.Workbench;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.studies.SampleStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reference study as its user opens it. */
class OpenSampleTest {

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    private static void openSample() {
        onUiThread(() -> {
            Commands.run(Commands.OPEN_SAMPLE);
            return null;
        });
    }

    private static boolean showsTheExperiment() {
        IEditorPart editor = Workbench.page().getActiveEditor();
        return editor != null && editor.getEditorInput() instanceof ItemInput input
                && input.kind() == ItemInput.Kind.EXPERIMENT && input.root().equals(SampleStudies.reference())
                && input.getName().equals(ReferenceStudy.EXPERIMENT);
    }

    @Test
    void oneClick_writesTheStudyAndShowsItsExperiment() throws Exception {
        openSample();
        waitUntil(OpenSampleTest::showsTheExperiment, () -> "the active editor is "
                + Workbench.page().getActiveEditor());
        waitForLine("Network 3");
        assertTrue(ReferenceStudy.isThere(SampleStudies.reference()));
    }

    @Test
    void theNextClick_opensWhatIsThere() throws Exception {
        openSample();
        waitUntil(OpenSampleTest::showsTheExperiment, () -> "never opened");
        Path note = Files.writeString(SampleStudies.reference().resolve("note.txt"), "mine");
        Workbench.closeEverything();
        openSample();
        waitUntil(OpenSampleTest::showsTheExperiment, () -> "not opened again");
        assertEquals("mine", Files.readString(note));
        Files.delete(note);
    }
}
