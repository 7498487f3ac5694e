package org.glomera.network;

import java.util.List;

import org.glomera.network.graph.NetworkGraph;

/**
 * A kind of network: which images it sees and how its layers are connected. Contributed to the extension point
 * {@code org.glomera.network.architectures}. Has no state; safe for use by several threads.
 */
public interface NetworkArchitecture {

    /** The images that the network sees, in the order of its input. */
    List<Channel> channels();

    /**
     * The network's layers for a size.
     *
     * @throws IllegalArgumentException when the architecture has no network of that size; the message says why
     */
    NetworkGraph build(ArchitectureParameters parameters);
}
