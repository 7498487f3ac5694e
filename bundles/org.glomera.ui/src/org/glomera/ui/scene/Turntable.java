package org.glomera.ui.scene;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;

/**
 * Writes a whole turn around what is seen as a series of pictures. On a job's thread, with a renderer of its own, so the
 * view goes on. A turn that was broken off leaves no picture.
 */
final class Turntable {

    /** The most pictures of a turn. */
    static final int MOST_PICTURES = 720;

    private static final System.Logger LOG = System.getLogger(Turntable.class.getName());
    private static final int WHOLE_TURN_DEG = 360;
    private static final long ASK_MS = 100;

    /**
     * What is wanted.
     *
     * @param count how many pictures, 2 to {@value #MOST_PICTURES}; the first is what is seen now
     * @param width columns of each picture
     * @param height rows of each picture
     */
    record Wish(int count, int width, int height) {

        Wish {
            if (count < 2 || count > MOST_PICTURES) {
                throw new IllegalArgumentException("A turn has 2 to " + MOST_PICTURES + " pictures, not " + count
                        + ".");
            }
        }
    }

    /** Lays the words over a picture; any thread may call. */
    @FunctionalInterface
    interface Finish {

        ImageData finish(SceneDrawing.Drawn drawn);
    }

    private Turntable() {
    }

    /**
     * Writes the pictures as {@code NAME_000.png} and so on.
     *
     * @param folder where to; made where needed
     * @throws GlomeraException when a picture cannot be drawn or written
     * @throws OperationCanceledException when cancelled; the pictures written so far are removed
     */
    static List<Path> write(SceneRenderer renderer, SceneItems items, SceneState state, Wish wish, Finish finish,
            Path folder, String name, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Turntable", wish.count());
        List<Path> written = new ArrayList<>();
        boolean isComplete = false;
        try {
            for (int i = 0; i < wish.count(); i++) {
                progress.subTask("Picture " + (i + 1) + " of " + wish.count());
                SceneState turned = state.withCamera(state.camera()
                        .orbit(WHOLE_TURN_DEG * i / (double) wish.count(), 0));
                SceneView view = items.view(turned, Math.max(1, wish.width() - SceneOverlay.stripPx(state)), wish.height(),
                        false);
                ScenePicture picture = await(renderer.render(view), progress);
                Path file = folder.resolve(String.format(Locale.ROOT, "%s_%03d.png", name, i));
                save(finish.finish(new SceneDrawing.Drawn(turned, view, picture, List.of())), file);
                written.add(file);
                progress.split(1);
            }
            isComplete = true;
            return written;
        } finally {
            if (!isComplete) {
                remove(written);
            }
        }
    }

    private static ScenePicture await(CompletableFuture<ScenePicture> picture, IProgressMonitor monitor)
            throws GlomeraException {
        while (true) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            try {
                return picture.get(ASK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                LOG.log(Level.TRACE, "A picture is still being drawn.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof GlomeraException known ? known : new GlomeraException(Kind.COMPUTATION,
                        "A picture of the turn could not be drawn; the log holds the details.", e);
            }
        }
    }

    /** Writes a picture as PNG. */
    static void save(ImageData data, Path file) throws GlomeraException {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        try {
            AtomicFiles.write(file, out -> loader.save(out, SWT.IMAGE_PNG));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' could not be written. Check that you may write"
                    + " there and that the disk is not full.", e);
        }
    }

    private static void remove(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A picture of a turn that was broken off could not be removed.", e);
            }
        }
    }
}
