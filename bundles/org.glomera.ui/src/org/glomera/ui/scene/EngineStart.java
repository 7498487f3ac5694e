package org.glomera.ui.scene;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.SceneRenderer;

/**
 * Starts what draws, in a job: loading libraries and trying the display takes a moment. What is missing is found here,
 * before anything is drawn.
 */
final class EngineStart {

    private static final System.Logger LOG = System.getLogger(EngineStart.class.getName());
    private static final Availability.Missing NO_ENGINE = new Availability.Missing("No plug-in that draws in 3D is "
            + "installed.", "Install Glomera's feature for 3D views with Help > Install New Software, or start the"
            + " program as it was delivered.");

    /** What came of it. One of two kinds. */
    sealed interface Result {
    }

    /**
     * It can draw.
     *
     * @param engine opens further renderers
     * @param work makes surfaces
     * @param renderer draws; whoever gets it closes it
     */
    record Ready(RenderEngine engine, SurfaceWork work, SceneRenderer renderer) implements Result {
    }

    /** It cannot draw, and why. */
    record Unable(Availability.Missing why) implements Result {
    }

    private EngineStart() {
    }

    /**
     * Starts an engine in a job.
     *
     * @param receiver told on the UI thread what came of it; not told any more when the display is gone
     */
    static Job start(Supplier<Optional<RenderEngine>> engines, Display display, Consumer<Result> receiver) {
        Job job = Job.create("Starting 3D", (ICoreRunnable) monitor -> {
            Result result = start(engines);
            if (display.isDisposed()) {
                close(result);
            } else {
                display.asyncExec(() -> receiver.accept(result));
            }
        });
        job.setSystem(true);
        job.schedule();
        return job;
    }

    private static Result start(Supplier<Optional<RenderEngine>> engines) {
        try {
            Optional<RenderEngine> engine = engines.get();
            if (engine.isEmpty()) {
                return new Unable(NO_ENGINE);
            }
            if (engine.get().libraries() instanceof Availability.Missing missing) {
                return new Unable(missing);
            }
            if (engine.get().display() instanceof Availability.Missing missing) {
                return new Unable(missing);
            }
            return new Ready(engine.get(), new SurfaceWork(engine.get().surfaces()), engine.get().open());
        } catch (GlomeraException e) {
            LOG.log(Level.WARNING, "3D could not be started.", e);
            return new Unable(new Availability.Missing(e.getMessage(), "The log holds the details."));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.ERROR, "3D could not be started.", e);
            return new Unable(new Availability.Missing("3D could not be started because of a defect of the program.",
                    "The log holds the details."));
        }
    }

    /** Gives back what was started when nobody wants it any more. */
    static void close(Result result) {
        if (result instanceof Ready ready) {
            ready.renderer().close();
        }
    }
}
