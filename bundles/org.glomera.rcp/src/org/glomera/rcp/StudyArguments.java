package org.glomera.rcp;

import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders of studies on the command line. */
final class StudyArguments {

    private static final System.Logger LOG = System.getLogger(StudyArguments.class.getName());

    private StudyArguments() {
    }

    /** The folders among the arguments, absolute: what begins with a dash is an option, and so is what follows it. */
    static List<Path> parse(String... arguments) {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("-")) {
                i++;
            } else if (!arguments[i].isBlank()) {
                add(arguments[i], folders);
            }
        }
        return folders;
    }

    private static void add(String argument, List<Path> folders) {
        try {
            folders.add(Path.of(argument).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            LOG.log(Level.WARNING, "An argument is no path and was passed over.", e);
        }
    }
}
