package org.glomera.ui.viewer;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SlicePicture;
import org.glomera.render.slice.SliceRenderer;
import org.glomera.render.slice.SliceScene;

/**
 * Draws the pictures of one pane on another thread than the UI's. Only the latest wish counts: while one picture is
 * drawn, wishes that come replace each other.
 */
final class SliceDrawing {

    private static final System.Logger LOG = System.getLogger(SliceDrawing.class.getName());

    private record Wish(SliceScene scene, PlaneView view) {
    }

    private final Executor executor;
    private final Display display;
    private final BiConsumer<SlicePicture, ImageData> receiver;
    private final AtomicReference<Wish> wished = new AtomicReference<>();
    private Wish last;

    /**
     * Draws for a receiver.
     *
     * @param receiver told of each picture on the UI thread
     */
    SliceDrawing(Executor executor, Display display, BiConsumer<SlicePicture, ImageData> receiver) {
        this.executor = executor;
        this.display = display;
        this.receiver = receiver;
    }

    /** Wishes for a picture, unless it is the one that was wished for last; returns at once. Only on the UI thread. */
    void draw(SliceScene scene, PlaneView view) {
        Wish wish = new Wish(scene, view);
        if (!wish.equals(last)) {
            last = wish;
            if (wished.getAndSet(wish) == null) {
                executor.execute(this::drawWished);
            }
        }
    }

    /** Drops what was wished for. */
    void cancel() {
        last = null;
        wished.set(null);
    }

    private void drawWished() {
        Wish wish = wished.getAndSet(null);
        if (wish == null) {
            return;
        }
        try {
            SlicePicture picture = SliceRenderer.render(wish.scene(), wish.view());
            ImageData data = SliceImages.data(picture);
            if (!display.isDisposed()) {
                display.asyncExec(() -> receiver.accept(picture, data));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A slice could not be drawn.", e);
        }
    }
}
