package org.glomera.render.scene;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Draws pictures, one after the other. Any thread may call; nothing here waits. What was made for one picture is kept
 * for the next: a moved camera costs no new geometry, and what is no longer shown is given back. Futures end on the
 * engine's thread: work that follows belongs on another one ({@code thenAcceptAsync}).
 */
public interface SceneRenderer extends AutoCloseable {

    /**
     * Draws a picture. When another one is asked for before this one was begun, this one is left out and its future is
     * cancelled; so a mouse may ask as often as it moves.
     *
     * @return the picture; ends with a {@link org.glomera.core.GlomeraException} when it cannot be drawn, for instance
     *         for want of memory, and is cancelled when it was overtaken or the renderer was closed
     */
    CompletableFuture<ScenePicture> render(SceneView view);

    /**
     * What is seen at a pixel of the last picture that was drawn, at full quality even when that picture was a draft.
     *
     * @param x column from the left
     * @param y row from the top
     * @return the nearest item there; empty at the background, at pixels beyond the picture and before the first one
     */
    CompletableFuture<Optional<Pick>> pick(int x, int y);

    /** Gives back what the renderer holds, after what it is just drawing. A second call does nothing. */
    @Override
    void close();
}
