package org.glomera.render.scene;

import java.lang.System.Logger;
import java.util.Optional;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/** The engines that plug-ins contribute. Needs the running platform. */
public final class RenderEngines {

    /** The extension point of engines. */
    public static final String POINT = "org.glomera.render.engines";

    private static final Logger LOG = System.getLogger(RenderEngines.class.getName());

    private static final class Point {
        static final ExtensionPoint<RenderEngine> OF_ENGINES = new ExtensionPoint<>(RegistryFactory.getRegistry(), POINT,
                RenderEngine.class);
    }

    private RenderEngines() {
    }

    /** The reader of the point. */
    public static ExtensionPoint<RenderEngine> point() {
        return Point.OF_ENGINES;
    }

    /**
     * The first engine by id whose class can be made; one that cannot is logged and passed over. Empty when there is
     * none. What the engine needs of the machine is not looked at; see {@link RenderEngine#display()}.
     */
    public static Optional<RenderEngine> first() {
        for (Contribution<RenderEngine> contribution : point().contributions()) {
            try {
                return Optional.of(contribution.instance());
            } catch (GlomeraException e) {
                LOG.log(Logger.Level.WARNING, e.getMessage(), e);
            }
        }
        return Optional.empty();
    }
}
