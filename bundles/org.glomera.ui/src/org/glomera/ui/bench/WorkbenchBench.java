package org.glomera.ui.bench;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.glomera.core.file.AtomicFiles;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Drives the window that it runs in through the steps of {@code ./glomera bench workbench}, writes what it measured and
 * closes the window. The system property {@value #FOLDER} names the folder with the benchmark's studies, {@value
 * #STEPS} the steps by name, {@value #RESULT} the file to write.
 */
public final class WorkbenchBench {

    /** The property that names the folder of the benchmark; nothing is done without it. */
    public static final String FOLDER = "glomera.bench";

    private static final String STEPS = "glomera.bench.steps";
    private static final String RESULT = "glomera.bench.result";
    private static final String TITLE = "glomera.bench.title";
    private static final System.Logger LOG = System.getLogger(WorkbenchBench.class.getName());

    /** A part of the benchmark. */
    @FunctionalInterface
    interface Step {

        /** Does it, on the benchmark's thread, and adds what it measured. */
        void run(Window window, Path folder, List<Measured> results) throws Exception;
    }

    private final Window window;
    private final Path folder;
    private final List<Measured> results = new ArrayList<>();

    private WorkbenchBench(Display display, Path folder) {
        this.window = new Window(display);
        this.folder = folder;
    }

    /** Starts the benchmark when the start of the program asked for one; returns at once. */
    public static void startIfAsked() {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            WorkbenchBench bench = new WorkbenchBench(PlatformUI.getWorkbench().getDisplay(), Path.of(folder));
            Thread thread = new Thread(bench::run, "Glomera bench");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        for (String name : System.getProperty(STEPS, "start").split(",")) {
            try {
                step(name).run(window, folder, results);
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A step of the benchmark failed.", e);
                results.add(new Measured(name, Double.NaN, "", "not measured: " + e.getMessage()));
            }
        }
        write();
        window.display().asyncExec(() -> PlatformUI.getWorkbench().close());
    }

    private static Step step(String name) {
        return switch (name) {
            case "start" -> WorkbenchBench::start;
            case "idle" -> PauseSteps::idle;
            case "open" -> PauseSteps::open;
            case "train" -> PauseSteps::train;
            case "slices" -> SliceStep::scroll;
            case "scene" -> SceneStep::turn;
            case "soak" -> SoakStep::run;
            default -> throw new IllegalArgumentException("the benchmark has no step '" + name + "'");
        };
    }

    /** The time from the start of the process until the explorer shows the study and the window answers. */
    private static void start(Window window, Path folder, List<Measured> results) throws Exception {
        window.waitFor("the window", 60, () -> Window.linesOfExplorer() > 0);
        window.call(() -> null);
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        double seconds = Duration.between(started, Instant.now()).toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
        results.add(new Measured(System.getProperty(TITLE, "start").replace('_', ' '), seconds, "s"));
    }

    private void write() {
        Path file = Path.of(System.getProperty(RESULT, folder.resolve("result.json").toString()));
        try {
            AtomicFiles.write(file, out -> out.write(new ObjectMapper().writeValueAsBytes(results)));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The result of the benchmark could not be written.", e);
        }
    }
}
