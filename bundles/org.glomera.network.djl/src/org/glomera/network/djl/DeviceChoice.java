package org.glomera.network.djl;

import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** What is to calculate networks. */
enum DeviceChoice {
    /** A graphics card where one can be used, the processor otherwise. */
    AUTO,
    /** The processor. */
    CPU,
    /** A graphics card, and nothing else. */
    GPU;

    /** The environment's variable that names the choice. */
    static final String VARIABLE = "GLOMERA_DEVICE";

    /** The choice of this process. */
    static DeviceChoice ofProcess() throws GlomeraException {
        return named(System.getenv(VARIABLE));
    }

    /** The choice of a name; {@link #AUTO} for none. */
    static DeviceChoice named(String name) throws GlomeraException {
        if (name == null || name.isBlank()) {
            return AUTO;
        }
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, VARIABLE + " is '" + name.strip()
                    + "'; it is auto, cpu or gpu. Set one of these, or none.", e);
        }
    }
}
