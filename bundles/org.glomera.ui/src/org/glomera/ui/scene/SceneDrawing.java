package org.glomera.ui.scene;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;

/**
 * Has the view's pictures drawn. The scene is put together on a pool's thread, drawn on the engine's, and comes back to
 * the UI thread, which never waits. One picture is drawn at a time; of the wishes that come meanwhile the newest counts.
 * Only on the UI thread.
 */
final class SceneDrawing {

    private static final System.Logger LOG = System.getLogger(SceneDrawing.class.getName());
    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);
    private static final int DEPTH = 32;

    /**
     * A picture that was drawn.
     *
     * @param state what it shows
     * @param view the scene and its panes
     * @param picture its pixels
     * @param problems what layers could not draw, a sentence each
     */
    record Drawn(SceneState state, SceneView view, ScenePicture picture, List<String> problems) {
    }

    private record Wish(SceneState state, int width, int height, boolean draft) {
    }

    private final SceneRenderer renderer;
    private final Display display;
    private final BiConsumer<Drawn, ImageData> receiver;
    private final Consumer<Throwable> failed;
    private final SceneItems items;
    private Wish wished;
    private Wish last;
    private boolean isDrawing;
    private boolean isCancelled;

    /**
     * Draws for a receiver.
     *
     * @param renderer draws; is closed by whoever opened it
     * @param items makes the scenes
     * @param receiver told of each picture, on the UI thread
     * @param failed told why a picture could not be drawn, on the UI thread
     */
    SceneDrawing(SceneRenderer renderer, SceneItems items, Display display,
            BiConsumer<Drawn, ImageData> receiver, Consumer<Throwable> failed) {
        this.renderer = renderer;
        this.items = items;
        this.display = display;
        this.receiver = receiver;
        this.failed = failed;
    }

    /** Wishes for a picture, unless it is the one that was wished for last; returns at once. */
    void draw(SceneState state, int width, int height, boolean draft) {
        Wish wish = new Wish(state, width, height, draft);
        if (!wish.equals(last)) {
            last = wish;
            wished = wish;
            start();
        }
    }

    /** Draws the next wish even when it is the one that was wished for last. */
    void forget() {
        last = null;
    }

    /** Whether all that was wished for is drawn. */
    boolean isDone() {
        return !isDrawing && wished == null;
    }

    /** Drops what was wished for; nothing is received any more. */
    void cancel() {
        isCancelled = true;
        wished = null;
        last = null;
    }

    private void start() {
        if (isDrawing || wished == null) {
            return;
        }
        Wish wish = wished;
        wished = null;
        isDrawing = true;
        CompletableFuture.supplyAsync(() -> items.view(wish.state(), wish.width(), wish.height(), wish.draft()))
                .thenCompose(view -> renderer.render(view)
                        .thenApply(picture -> new Drawn(wish.state(), view, picture, items.problems())))
                .thenApplyAsync(drawn -> {
                    ImageData data = imageData(drawn.picture());
                    onUiThread(() -> receiver.accept(drawn, data));
                    return drawn;
                }).whenComplete((drawn, problem) -> onUiThread(() -> ended(problem)));
    }

    private void ended(Throwable problem) {
        isDrawing = false;
        Throwable cause = problem instanceof CompletionException && problem.getCause() != null ? problem.getCause()
                : problem;
        if (cause != null && !(cause instanceof CancellationException)) {
            LOG.log(Level.ERROR, "The kidneys could not be drawn.", cause);
            failed.accept(cause);
        }
        start();
    }

    private void onUiThread(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!isCancelled) {
                    task.run();
                }
            });
        }
    }

    /** A picture as SWT takes it. */
    static ImageData imageData(ScenePicture picture) {
        byte[] bytes = new byte[picture.argb().length * Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().put(picture.argb());
        return new ImageData(picture.width(), picture.height(), DEPTH, RGB, Integer.BYTES, bytes);
    }
}
