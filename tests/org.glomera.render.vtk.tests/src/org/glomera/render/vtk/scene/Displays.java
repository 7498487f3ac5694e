package org.glomera.render.vtk.scene;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.vtk.VtkEngine;

/** Renderers for tests. Without a display a test is skipped and says so; a display that does not work fails it. */
final class Displays {

    private Displays() {
    }

    static SceneRenderer open() throws GlomeraException {
        String display = System.getenv("DISPLAY");
        assumeTrue(display != null && !display.isBlank(), () -> "skipped: "
                + ((Availability.Missing) new VtkEngine().display()).inWords());
        return new VtkEngine().open();
    }
}
