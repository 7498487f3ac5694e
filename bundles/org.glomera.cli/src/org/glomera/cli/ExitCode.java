package org.glomera.cli;

import org.glomera.core.GlomeraException;

/** What the process ends with. The numbers are part of the program's interface: scripts rely on them. */
public enum ExitCode {
    /** The task is done. */
    DONE(0, "done"),
    /** The program has a defect; the log has the details. */
    DEFECT(1, "a defect of the program"),
    /** The command line is wrong. */
    USAGE(2, "wrong options or arguments"),
    /** A file or folder is missing, unreadable or not what it should be. */
    INPUT(3, "an input file or folder is missing or cannot be used"),
    /** A preset, an option's value or a name that cannot be used. */
    CONFIGURATION(4, "a preset, value or name that is not known or cannot be used"),
    /** Disk or memory is exhausted. */
    RESOURCES(5, "disk or memory is exhausted"),
    /** A plug-in, native library or system package is missing. */
    MISSING_COMPONENT(6, "a plug-in, library or package is missing"),
    /** A calculation gave no usable result. */
    COMPUTATION(7, "a calculation gave no usable result"),
    /** Stopped by the user; what was done is kept. */
    CANCELLED(130, "stopped by the user; what was done is kept");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }

    /** What it stands for, as the help shows it. */
    public String meaning() {
        return meaning;
    }

    /** The exit code of a failure. */
    public static ExitCode of(GlomeraException.Kind kind) {
        return switch (kind) {
            case INPUT -> INPUT;
            case CONFIGURATION -> CONFIGURATION;
            case RESOURCES -> RESOURCES;
            case MISSING_COMPONENT -> MISSING_COMPONENT;
            case COMPUTATION -> COMPUTATION;
        };
    }
}
