package org.glomera.render.vtk;

import org.glomera.render.vtk.natives.VtkSession;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Ends VTK's thread with the plug-in; it starts when it is first needed. */
public final class VtkBundle implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        // Nothing is loaded before a view or a task asks for it.
    }

    @Override
    public void stop(BundleContext context) {
        VtkSession.end();
    }
}
