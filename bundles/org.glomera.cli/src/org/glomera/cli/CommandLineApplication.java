package org.glomera.cli;

import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.glomera.cli.terminal.ErrorLog;
import org.glomera.cli.terminal.Terminal;
import org.glomera.pipeline.PipelineServices;

/** The application that {@code ./glomera TASK} starts. Its return value is the process's exit code. */
public final class CommandLineApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.ofProcess(out, err);
        ErrorLog errors = ErrorLog.ofUser();
        LogToTerminal.install(terminal);
        Tasks tasks = new Tasks(PipelineServices.ofPlugins(), terminal, errors);
        int code = tasks.execute(arguments);
        terminal.flush();
        return code;
    }

    @Override
    public void stop() {
        // the task is cancelled by the shutdown hook of the task's monitor
    }
}
