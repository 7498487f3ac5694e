package org.glomera.core;

import java.util.Objects;

/**
 * A failure that a user can act on. Its message is a sentence that names the file or value, says what is wrong and
 * what to do; it is shown to the user as it is, so it holds no patient's name and no identifier of a patient.
 * A defect of the program is never reported with this class: it stays an unchecked exception.
 */
public class GlomeraException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of thing went wrong; it decides the exit code of the command line. */
    public enum Kind {
        /** A file or folder that was given is missing, unreadable or not what it should be. */
        INPUT,
        /** A preset, an option or a name that the program does not know or cannot use. */
        CONFIGURATION,
        /** Disk, memory or another resource of the machine is exhausted. */
        RESOURCES,
        /** A plug-in or a native library that the task needs is not there. */
        MISSING_COMPONENT,
        /** A calculation gave no usable result, for instance a loss that is not a number. */
        COMPUTATION
    }

    private final Kind kind;

    /** Makes a failure from a sentence for the user. */
    public GlomeraException(Kind kind, String sentence) {
        super(Objects.requireNonNull(sentence));
        this.kind = Objects.requireNonNull(kind);
    }

    /** Makes a failure from a sentence for the user and the exception behind it, which goes to the log. */
    public GlomeraException(Kind kind, String sentence, Throwable cause) {
        super(Objects.requireNonNull(sentence), cause);
        this.kind = Objects.requireNonNull(kind);
    }

    /** What kind of thing went wrong. */
    public Kind kind() {
        return kind;
    }
}
