package org.glomera.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.glomera.cli.terminal.Terminal;

/** Shows warnings of the bundles as lines of the terminal, above the progress line. */
final class LogToTerminal extends Handler {

    private final Terminal terminal;
    private final SimpleFormatter formatter = new SimpleFormatter();

    private LogToTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    static void install(Terminal terminal) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new LogToTerminal(terminal);
        handler.setLevel(Level.WARNING);
        root.addHandler(handler);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            terminal.message("Note: " + formatter.formatMessage(entry));
        }
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    @Override
    public void close() {
        terminal.flush();
    }
}
