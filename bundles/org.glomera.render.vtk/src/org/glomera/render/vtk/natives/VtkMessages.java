package org.glomera.render.vtk.natives;

import java.lang.System.Logger;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import vtk.vtkLogger;
import vtk.vtkStringOutputWindow;

/**
 * Takes what VTK has to say, which it otherwise prints or shows in a window of its own, to the log. Only for {@link
 * VtkThread}'s thread.
 */
public final class VtkMessages {

    private static final Logger LOG = System.getLogger(VtkMessages.class.getName());
    private static final int MOST_DIFFERENT = 200;
    /** vtkLogger::VERBOSITY_OFF. */
    private static final int VERBOSITY_OFF = -9;
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+");

    private final Set<String> seen = new HashSet<>();
    private vtkStringOutputWindow window;

    /** Begins to listen. */
    public VtkMessages() {
        try (VtkObjects objects = new VtkObjects()) {
            // VTK's own log would print the same once more.
            objects.own(new vtkLogger()).SetStderrVerbosity(VERBOSITY_OFF);
        }
        listen();
    }

    private void listen() {
        window = new vtkStringOutputWindow();
        window.SetInstance(window);
    }

    /** Logs what was said since the last call: a message that was logged before only for debugging. */
    public void log() {
        String text = window.GetOutput();
        if (text == null || text.isBlank()) {
            return;
        }
        vtkStringOutputWindow full = window;
        listen();
        full.Delete();
        boolean known = seen.contains(withoutAddresses(text));
        if (!known && seen.size() < MOST_DIFFERENT) {
            seen.add(withoutAddresses(text));
        }
        LOG.log(known ? Logger.Level.DEBUG : Logger.Level.WARNING, "VTK says: " + text.strip());
    }

    private static String withoutAddresses(String text) {
        return ADDRESS.matcher(text).replaceAll("");
    }
}
