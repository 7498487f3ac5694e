package org.glomera.ui.welcome;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.glomera.pipeline.StudyRequest;
import org.glomera.ui.Commands;
import org.glomera.ui.comparison.ComparisonEditor;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.scene.ScenePerspective;
import org.glomera.ui.studies.OpenStudies;

/**
 * The first steps of a newcomer, each of which finds its own way: whatever part of the window is active, it opens the
 * comparison that it needs and acts on the case that is selected there. Only on the UI thread.
 */
public final class Steps {

    private static final System.Logger LOG = System.getLogger(Steps.class.getName());

    private Steps() {
    }

    /** Opens a study and its comparison, with the first case selected. */
    public static void openComparison(IWorkbenchWindow window, Path study) {
        OpenStudies.ofWorkbench().open(study);
        comparisonOf(window, study).ifPresent(ComparisonEditor::selectFirstCase);
    }

    /** Opens the sample cohort and brings its comparison to the front, with whatever is selected there. */
    static void openSample(IWorkbenchWindow window) {
        OpenStudies.ofWorkbench().open(MadeStudy.SAMPLE_COHORT.folder());
        comparisonOf(window, MadeStudy.SAMPLE_COHORT.folder());
    }

    /** Brings the comparison of the sample cohort to the front, or another one that is open. */
    public static void showComparison(IWorkbenchWindow window) {
        current(window).ifPresent(ComparisonEditor::showOverview);
    }

    /** Selects the case in which a network is furthest from the manual delineation. */
    public static void selectFurthestCase(IWorkbenchWindow window) {
        current(window).ifPresent(ComparisonEditor::selectFurthestCase);
    }

    /** Shows the case that is selected in the comparison in the slice viewer. */
    static void showSlices(IWorkbenchWindow window) {
        onSelectedCase(window, () -> Commands.run(Commands.OPEN_IMAGES));
    }

    /** Shows the kidneys of the case that is selected in the comparison, in the perspective made for them. */
    static void showInScene(IWorkbenchWindow window) {
        onSelectedCase(window, () -> {
            Commands.run(Commands.SHOW_IN_SCENE);
            if (!ScenePerspective.ID.equals(window.getActivePage().getPerspective().getId())) {
                Commands.run(Commands.SCENE_PERSPECTIVE);
            }
        });
    }

    /** Does something with the comparison's case in front; selects the first case where none is selected. */
    private static void onSelectedCase(IWorkbenchWindow window, Runnable deed) {
        current(window).ifPresent(editor -> editor.whenCaseIsSelected(() -> {
            window.getActivePage().activate(editor);
            deed.run();
        }));
    }

    /** The comparison in front; else one that is open; else the sample cohort's, which is opened. */
    private static Optional<ComparisonEditor> current(IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        if (page.getActiveEditor() instanceof ComparisonEditor editor) {
            page.activate(editor);
            return Optional.of(editor);
        }
        for (IEditorReference reference : page.findEditors(null, ComparisonEditor.ID, IWorkbenchPage.MATCH_ID)) {
            if (reference.getEditor(true) instanceof ComparisonEditor editor) {
                page.activate(editor);
                return Optional.of(editor);
            }
        }
        if (!MadeStudy.SAMPLE_COHORT.isThere()) {
            MessageDialog.openInformation(window.getShell(), "First Steps", MadeStudy.SAMPLE_COHORT.work().isPresent()
                    ? "The sample cohort is still being made. Its comparison opens by itself in a moment."
                    : "There is no comparison yet. Make the sample cohort first (step 1), or open an experiment.");
            return Optional.empty();
        }
        OpenStudies.ofWorkbench().open(MadeStudy.SAMPLE_COHORT.folder());
        return comparisonOf(window, MadeStudy.SAMPLE_COHORT.folder());
    }

    private static Optional<ComparisonEditor> comparisonOf(IWorkbenchWindow window, Path study) {
        try {
            IEditorPart editor = window.getActivePage().openEditor(
                    new ItemInput(ItemInput.Kind.EXPERIMENT, study, StudyRequest.EXPERIMENT), ComparisonEditor.ID);
            return editor instanceof ComparisonEditor comparison ? Optional.of(comparison) : Optional.empty();
        } catch (PartInitException e) {
            LOG.log(Level.WARNING, "The comparison of a study could not be shown.", e);
            MessageDialog.openError(window.getShell(), "Open Comparison",
                    "The study is open, but its comparison could not be shown: " + e.getMessage());
            return Optional.empty();
        }
    }
}
