package org.glomera.render.vtk;

import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.vtk.natives.VtkSession;
import org.glomera.render.vtk.scene.VtkSceneRenderer;
import org.glomera.render.vtk.surface.VtkSurfaceMaker;

/** Makes surfaces and draws scenes with VTK. */
public final class VtkEngine implements RenderEngine {

    private final VtkSession session;

    /** The engine of this process; touches no library. */
    public VtkEngine() {
        this(VtkSession.shared());
    }

    /** An engine of another session. */
    VtkEngine(VtkSession session) {
        this.session = session;
    }

    @Override
    public Availability libraries() {
        return session.libraries();
    }

    @Override
    public Availability display() {
        return session.display();
    }

    @Override
    public SurfaceMaker surfaces() throws GlomeraException {
        VtkSession.require(libraries());
        return new VtkSurfaceMaker(session);
    }

    @Override
    public SceneRenderer open() throws GlomeraException {
        VtkSession.require(display());
        return new VtkSceneRenderer(session);
    }
}
