package org.glomera.ui.viewer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks what becomes of a SPECT that was moved and not applied. */
@FunctionalInterface
interface LeaveQuestion {

    /** What a user says. */
    enum Answer {
        /** Write where it lies. */
        APPLY,
        /** Leave it where its files say. */
        DISCARD,
        /** Go on with it. */
        STAY
    }

    /** Asks in a dialog; closing it is staying. */
    LeaveQuestion IN_DIALOG = (shell, caseId) -> {
        int button = new MessageDialog(shell, "Move SPECT", null, "The SPECT of " + caseId
                + " was moved, and that is not applied yet. Apply it?", MessageDialog.QUESTION, 2, "Apply", "Discard",
                "Stay Here").open();
        return button == 0 ? Answer.APPLY : button == 1 ? Answer.DISCARD : Answer.STAY;
    };

    /** The answer; on the UI thread. */
    Answer ask(Shell shell, String caseId);
}
