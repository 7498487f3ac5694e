package org.glomera.cli.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Results go to standard output; messages and the one progress line, which is drawn anew in place where a person
 * watches, go to standard error. Safe for use by several threads.
 */
public final class Terminal {

    private static final int USUAL_COLUMNS = 100;
    private static final int FEWEST_COLUMNS = 40;
    private static final int MOST_COLUMNS = 160;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;
    private final int columns;
    private boolean progressShown;

    /**
     * Makes a terminal.
     *
     * @param watched whether standard error is a terminal that can draw a line anew
     * @param columns how wide it is
     */
    public Terminal(PrintStream out, PrintStream err, boolean watched, int columns) {
        this.out = out;
        this.err = err;
        this.watched = watched;
        this.columns = Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, columns));
    }

    /** The process's own; the start script says in the environment whether a person watches, and how wide it is. */
    public static Terminal ofProcess(PrintStream out, PrintStream err) {
        boolean watched = "1".equals(System.getenv("GLOMERA_WATCHED"));
        String columns = System.getenv("GLOMERA_COLUMNS");
        boolean number = columns != null && columns.matches("\\d{1,4}");
        return new Terminal(out, err, watched, number ? Integer.parseInt(columns) : USUAL_COLUMNS);
    }

    /** Whether a person watches, so that a line can be drawn anew. */
    public boolean watched() {
        return watched;
    }

    /** How many characters a line holds. */
    public int columns() {
        return columns;
    }

    /** One line of result. */
    public synchronized void result(String line) {
        clearProgress();
        out.println(line);
    }

    /** One line of message. */
    public synchronized void message(String line) {
        clearProgress();
        err.println(line);
    }

    /** Draws the progress line anew; cut to the terminal's width. Where nobody watches it becomes a line. */
    public synchronized void progress(String line) {
        if (!watched) {
            err.println(line);
            return;
        }
        String cut = line.length() < columns ? line : line.substring(0, columns - 2) + "…";
        err.print(CLEAR_LINE + cut);
        err.flush();
        progressShown = true;
    }

    /** Leaves the progress line standing and goes to the next. */
    public synchronized void endProgress() {
        if (progressShown) {
            err.println();
            progressShown = false;
        }
    }

    /** Everything that was written is out. */
    public synchronized void flush() {
        endProgress();
        out.flush();
        err.flush();
    }

    /** Standard output for a library that writes text itself. */
    public PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    /** Standard error for a library that writes text itself. */
    public PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }

    private void clearProgress() {
        if (progressShown) {
            err.print(CLEAR_LINE);
            err.flush();
            progressShown = false;
        }
    }
}
