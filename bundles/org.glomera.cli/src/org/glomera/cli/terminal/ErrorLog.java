package org.glomera.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The file that gets the stack trace of a failure, so that the terminal need not. */
public final class ErrorLog {

    private static final long LARGEST_BYTES = 4 << 20;

    private final Path file;

    /** Makes a log in a file; its folder is made at the first entry. */
    public ErrorLog(Path file) {
        this.file = file;
    }

    /** The user's own: {@code glomera/errors.log} in the folder for state of the XDG base directories. */
    public static ErrorLog ofUser() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return new ErrorLog(folder.resolve("glomera").resolve("errors.log"));
    }

    /** Where the entries stand. */
    public Path file() {
        return file;
    }

    /**
     * Adds an entry. A log that cannot be written does not hide the failure itself, which is shown all the same: then
     * the entry goes to {@link System.Logger}.
     */
    public void record(Throwable failure) {
        StringWriter text = new StringWriter();
        text.append(Instant.now().toString()).append(System.lineSeparator());
        failure.printStackTrace(new PrintWriter(text, true));
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGEST_BYTES) {
                Files.delete(file);
            }
            Files.writeString(file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(ErrorLog.class.getName()).log(System.Logger.Level.INFO,
                    () -> "The error log " + file + " cannot be written (" + e + "). The entry: " + text);
        }
    }
}
