package org.glomera.render.scene;

import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.core.outside.OutsideNeeds;
import org.glomera.render.surface.SurfaceMaker;

/**
 * Makes surfaces and draws scenes; contributed to the extension point {@code org.glomera.render.engines}. Safe for use
 * by several threads. An engine finds out whether what it needs is there before it uses it, so that a missing library or
 * display never ends the program.
 */
public interface RenderEngine extends OutsideNeeds {

    /**
     * Whether the engine's libraries can be used. The first call loads them and may take a second, so it does not
     * belong on a user interface's thread; later ones answer at once.
     */
    Availability libraries();

    /**
     * Whether the engine can draw here, libraries included. The first call tries it and may take some seconds, up to
     * half a minute where something is wrong; later ones answer at once. When the calling thread is interrupted
     * meanwhile, the trial is broken off, the answer says so, and the next call tries again.
     */
    Availability display();

    /**
     * What makes and measures surfaces; needs no display.
     *
     * @throws GlomeraException when the libraries are missing, with the words of {@link #libraries()}
     */
    SurfaceMaker surfaces() throws GlomeraException;

    /**
     * A new renderer; the caller closes it.
     *
     * @throws GlomeraException when libraries or display are missing, with the words of {@link #display()}
     */
    SceneRenderer open() throws GlomeraException;

    @Override
    default List<Need> needs() {
        return List.of(new Need("Libraries", "surfaces and the 3D view", libraries()),
                new Need("Drawing", "the 3D view and its screenshots", display()));
    }
}
