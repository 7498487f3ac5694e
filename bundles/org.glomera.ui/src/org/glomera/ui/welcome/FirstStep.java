package org.glomera.ui.welcome;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.ui.IWorkbenchWindow;
import org.glomera.ui.Commands;

/** The five steps from nothing to the kidneys of three networks side by side. */
public enum FirstStep {

    /** Makes the sample cohort, or opens it. */
    COHORT("Make the sample cohort", "Make the Cohort", "Draws 15 phantom patients with SPECT and CT, reads them as a"
            + " hospital's DICOM files, and lets three trained networks outline their kidneys. About half a minute; the"
            + " Progress view shows how far it is. What is there already is opened.", Commands.SAMPLE_COHORT,
            MadeStudy.SAMPLE_COHORT::openOrMake),
    /** Shows the comparison. */
    COMPARISON("Open the comparison", "Open Comparison", "Which network measures the activity in the kidneys best? The"
            + " overview says what the numbers support; the other pages have learning curves, cases, distributions and"
            + " tests.", Commands.OPEN, Steps::showComparison),
    /** Selects a case that is worth looking at. */
    CASE("Select a case", "Select a Case", "Selects the case in which a network is furthest from the manual"
            + " delineation. Click any other row, or a symbol in the distributions: a case that is selected is selected"
            + " everywhere.", Commands.OPEN, Steps::selectFurthestCase),
    /** Shows the case in the slice viewer. */
    SLICES("See its slices", "Slices", "SPECT over CT in three planes, with the outlines of people and networks."
            + " Click to move the cross-hair, turn the wheel to go through the slices.", Commands.OPEN_IMAGES,
            Steps::showSlices),
    /** Shows the case in 3D. */
    SCENE("See its kidneys in 3D", "Show in 3D", "The surfaces of the manual delineation and of each network side by"
            + " side, under one camera. Colours say how far a network's surface lies from the manual one, in millimetres."
            + " Drag to turn them, click a point to read its distance; Ctrl+Shift+D leads back here.",
            Commands.SHOW_IN_SCENE, Steps::showInScene);

    private final String title;
    private final String button;
    private final String explanation;
    private final String needed;
    private final Consumer<IWorkbenchWindow> deed;

    FirstStep(String title, String button, String explanation, String needed, Consumer<IWorkbenchWindow> deed) {
        this.title = title;
        this.button = button;
        this.explanation = explanation;
        this.needed = needed;
        this.deed = deed;
    }

    /** What a newcomer reads. */
    public String title() {
        return title;
    }

    /** What stands on a button. */
    public String button() {
        return button;
    }

    /** What it shows, and what to do there. */
    public String explanation() {
        return explanation;
    }

    /** The command that it needs. */
    public String needed() {
        return needed;
    }

    /** The steps whose commands are part of this program, in their order; only on the UI thread. */
    public static List<FirstStep> possible() {
        return Arrays.stream(values()).filter(step -> Commands.isDefined(step.needed)).toList();
    }

    /** Does the step, whatever part of the window is active; only on the UI thread. */
    public void run(IWorkbenchWindow window) {
        deed.accept(window);
    }
}
