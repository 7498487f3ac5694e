package org.glomera.pdf;

import java.lang.System.Logger;
import java.util.List;
import java.util.logging.Level;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;

/** What the layout library has to say goes to the program's log; its notices to the lowest level. */
final class LibraryLog implements XRLogger {

    private static final Logger LOG = System.getLogger("org.glomera.pdf");

    /** Loggers of libraries below, whose notices about fonts tell a user nothing; held, so that they stay set. */
    private static final List<java.util.logging.Logger> QUIET = List.of(
            java.util.logging.Logger.getLogger("org.apache.pdfbox"),
            java.util.logging.Logger.getLogger("org.apache.fontbox"),
            java.util.logging.Logger.getLogger("com.github.weisj.jsvg"));

    /** Takes the place of the library's own log, which prints. */
    static void install() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        XRLog.setLoggerImpl(new LibraryLog());
        XRLog.setLoggingEnabled(true);
    }

    @Override
    public void log(String where, Level level, String message) {
        LOG.log(of(level), message);
    }

    @Override
    public void log(String where, Level level, String message, Throwable thrown) {
        LOG.log(of(level), message, thrown);
    }

    @Override
    public void log(Diagnostic diagnostic) {
        if (diagnostic.hasError()) {
            log("", diagnostic.getLevel(), diagnostic.getFormattedMessage(), diagnostic.getError());
        } else {
            log("", diagnostic.getLevel(), diagnostic.getFormattedMessage());
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // The program's log decides what is shown.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return LOG.isLoggable(of(diagnostic.getLevel()));
    }

    private static Logger.Level of(Level level) {
        return level.intValue() >= Level.SEVERE.intValue() ? Logger.Level.WARNING : Logger.Level.DEBUG;
    }
}
