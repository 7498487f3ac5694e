package org.glomera.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.outside.Availability;
import org.glomera.render.slice.Extent;
import org.glomera.render.surface.SurfaceMaker;
import org.junit.jupiter.api.Test;

/** The engine that docs/extension-points.md shows, contributed by this fragment beside one that is broken. */
class ExampleEngineTest {

    /** An engine of a plug-in. */
    public static final class TracingEngine implements RenderEngine {
        @Override
        public Availability libraries() {
            return new Availability.Ready();
        }

        @Override
        public Availability display() {
            return new Availability.Ready();
        }

        @Override
        public SurfaceMaker surfaces() throws GlomeraException {
            throw new GlomeraException(GlomeraException.Kind.MISSING_COMPONENT, "The ray tracer makes no surfaces.");
        }

        @Override
        public SceneRenderer open() {
            return new TracingRenderer();
        }
    }

    /** Draws the colour behind the scene. */
    private static final class TracingRenderer implements SceneRenderer {
        @Override
        public CompletableFuture<ScenePicture> render(SceneView view) {
            int[] argb = new int[view.width() * view.height()];
            Arrays.fill(argb, 0xff000000 | view.backgroundRgb());
            return CompletableFuture.completedFuture(new ScenePicture(view.width(), view.height(), argb));
        }

        @Override
        public CompletableFuture<Optional<Pick>> pick(int x, int y) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void theFirstEngineThatCanBeMade_isUsedAndABrokenOnePassedOver() throws Exception {
        assumeTrue(RegistryFactory.getRegistry() != null, "skipped: this run has no plug-ins");
        // "broken" comes before "ray-tracer"; its class cannot be made.
        assertEquals(List.of("broken", "ray-tracer"),
                RenderEngines.point().contributions().stream().map(one -> one.id()).toList());
        RenderEngine engine = RenderEngines.first().orElseThrow();
        assertInstanceOf(TracingEngine.class, engine);
        assertTrue(engine.display().isReady());
        Camera camera = Camera.of(StandardView.LEFT, new Extent(new Vector3(0, 0, 0), new Vector3(1, 1, 1)));
        try (SceneRenderer renderer = engine.open()) {
            SceneView view = new SceneView(List.of(new ScenePane(List.of())), 1, camera, Optional.empty(), 0x123456, true,
                    3, 2, false);
            assertEquals(0x123456, renderer.render(view).get().rgb(2, 1));
        }
    }

    @Test
    void whatIsMissing_isSaidInTwoSentences() {
        Availability missing = new Availability.Missing("There is no display.", "Use one.");
        assertEquals("There is no display. Use one.", ((Availability.Missing) missing).inWords());
        assertTrue(!missing.isReady() && new Availability.Ready().isReady());
    }
}
