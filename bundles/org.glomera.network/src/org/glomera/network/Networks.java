package org.glomera.network;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.registry.ExtensionPoint;

/** What the plug-ins contribute: architectures and engines. Needs the running platform. */
public final class Networks {

    /** The extension point of architectures. */
    public static final String ARCHITECTURES = "org.glomera.network.architectures";
    /** The extension point of engines. */
    public static final String ENGINES = "org.glomera.network.engines";
    /** The id of the engine that comes with the program. */
    public static final String DEFAULT_ENGINE = "pytorch";

    private static final class Points {
        static final ExtensionPoint<NetworkArchitecture> OF_ARCHITECTURES = new ExtensionPoint<>(
                RegistryFactory.getRegistry(), ARCHITECTURES, NetworkArchitecture.class);
        static final ExtensionPoint<NetworkEngine> OF_ENGINES = new ExtensionPoint<>(
                RegistryFactory.getRegistry(), ENGINES, NetworkEngine.class);
    }

    private Networks() {
    }

    /** The reader of the architectures' point. */
    public static ExtensionPoint<NetworkArchitecture> architectures() {
        return Points.OF_ARCHITECTURES;
    }

    /** The reader of the engines' point. */
    public static ExtensionPoint<NetworkEngine> engines() {
        return Points.OF_ENGINES;
    }

    /** The architecture with an id. */
    public static NetworkArchitecture architecture(String id) throws GlomeraException {
        return architectures().require(id).instance();
    }

    /** The engine with an id. */
    public static NetworkEngine engine(String id) throws GlomeraException {
        return engines().require(id).instance();
    }
}
