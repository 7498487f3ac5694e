package org.glomera.render.vtk.scene;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.glomera.render.scene.Pick;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;
import org.glomera.render.vtk.natives.VtkSession;

/** A renderer: takes what is asked for to VTK's thread, and leaves out pictures that were overtaken. */
public final class VtkSceneRenderer implements SceneRenderer {

    private final VtkSession session;
    private Request waiting;
    private boolean closed;
    /** Made, used and closed on VTK's thread. */
    private Stage stage;

    /** A renderer of a session whose libraries and display are there; nothing is made before the first picture. */
    public VtkSceneRenderer(VtkSession session) {
        this.session = Objects.requireNonNull(session);
    }

    /** A picture that was asked for. */
    private static final class Request {
        private final SceneView view;
        private final CompletableFuture<ScenePicture> future = new CompletableFuture<>();
        private boolean begun;

        Request(SceneView view) {
            this.view = view;
        }
    }

    @Override
    public synchronized CompletableFuture<ScenePicture> render(SceneView view) {
        Request request = new Request(Objects.requireNonNull(view));
        leaveOut(waiting);
        waiting = closed ? null : request;
        if (closed) {
            request.future.cancel(false);
            return request.future;
        }
        submit(() -> {
            if (begin(request)) {
                request.future.complete(stage().draw(request.view));
            }
            return null;
        }).whenComplete((nothing, problem) -> {
            if (problem != null) {
                request.future.completeExceptionally(problem);
            }
        });
        return request.future;
    }

    @Override
    public synchronized CompletableFuture<Optional<Pick>> pick(int x, int y) {
        if (closed) {
            CompletableFuture<Optional<Pick>> never = new CompletableFuture<>();
            never.cancel(false);
            return never;
        }
        return submit(() -> stage == null ? Optional.empty() : stage.pick(x, y));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        leaveOut(waiting);
        waiting = null;
        submit(() -> {
            if (stage != null) {
                stage.close();
                stage = null;
            }
            return null;
        });
    }

    private <T> CompletableFuture<T> submit(Callable<T> task) {
        try {
            return session.submit(task);
        } catch (RejectedExecutionException e) {
            // The plug-in has ended and took what was open with it.
            CompletableFuture<T> never = new CompletableFuture<>();
            never.cancel(false);
            return never;
        }
    }

    private static void leaveOut(Request request) {
        if (request != null && !request.begun) {
            request.future.cancel(false);
        }
    }

    private synchronized boolean begin(Request request) {
        if (request.future.isDone()) {
            return false;
        }
        request.begun = true;
        return true;
    }

    private Stage stage() {
        if (stage == null) {
            stage = new Stage();
        }
        return stage;
    }
}
