package org.glomera.ui.cases;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jface.action.Action;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.ui.Images;

/** Makes actions of the table, and does what they have in common. */
final class CaseActions {

    private CaseActions() {
    }

    static Action of(String text, String explanation, String icon, Runnable task) {
        Action action = new Action(text, Images.descriptor(icon)) {
            @Override
            public void run() {
                task.run();
            }
        };
        action.setToolTipText(explanation);
        return action;
    }

    /** Writes a text file, on a job's thread. */
    static void write(Path file, String text) throws GlomeraException {
        try {
            AtomicFiles.writeString(file, text);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' cannot be written: " + e.getMessage()
                    + ". Check the free space of its disk and your permission to write there.", e);
        }
    }
}
