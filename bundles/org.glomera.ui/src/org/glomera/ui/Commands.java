package org.glomera.ui;

import java.lang.System.Logger.Level;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** The commands of plugin.xml that code names. */
public final class Commands {

    /** Asks for a study's folder and opens it. */
    public static final String OPEN_STUDY = "org.glomera.ui.commands.openStudy";
    /** Makes a new study. */
    public static final String NEW_STUDY = "org.glomera.ui.commands.newStudy";
    /** Imports images into a study. */
    public static final String IMPORT_IMAGES = "org.glomera.ui.commands.importImages";
    /** Opens the reference study. */
    public static final String OPEN_SAMPLE = "org.glomera.ui.commands.openSample";
    /** Opens what is selected. */
    public static final String OPEN = "org.glomera.ui.commands.open";

    /** Shows the images of the case that is selected. */
    public static final String OPEN_IMAGES = "org.glomera.ui.commands.openImages";

    /** Stops the training of the selected run; started again it goes on from its last finished epoch. */
    public static final String STOP_TRAINING = "org.glomera.ui.commands.stopTraining";
    /** Ends the training of the selected run with its last finished epoch as its result. */
    public static final String STOP_AND_KEEP_TRAINING = "org.glomera.ui.commands.stopAndKeepTraining";
    /** Goes on with the training of the selected run. */
    public static final String RESUME_TRAINING = "org.glomera.ui.commands.resumeTraining";
    /** Opens the wizard that plans and starts a training. */
    public static final String TRAIN_NETWORKS = "org.glomera.ui.commands.trainNetworks";
    /** Makes the sample cohort, or opens it. */
    public static final String SAMPLE_COHORT = "org.glomera.ui.commands.sampleCohort";
    /** Runs the demo study, or opens it. */
    public static final String DEMO_STUDY = "org.glomera.ui.commands.demoStudy";
    /** Shows the first steps of a newcomer beside the other parts. */
    public static final String FIRST_STEPS = "org.glomera.ui.commands.firstSteps";
    /** Shows the case that is selected in 3D. */
    public static final String SHOW_IN_SCENE = "org.glomera.ui.commands.showInScene";
    /** Changes between the perspectives of studies and of kidneys in 3D. */
    public static final String SCENE_PERSPECTIVE = "org.glomera.ui.commands.scenePerspective";

    private static final System.Logger LOG = System.getLogger(Commands.class.getName());

    private Commands() {
    }

    /** Whether a command is part of this program; only on the UI thread. */
    public static boolean isDefined(String id) {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id).isDefined();
    }

    /** Runs a command as if it was chosen in a menu; only on the UI thread. */
    public static void run(String id) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            LOG.log(Level.WARNING, "The command '" + id + "' could not be run.", e);
        }
    }
}
