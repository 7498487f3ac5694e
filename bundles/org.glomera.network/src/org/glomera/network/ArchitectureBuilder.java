package org.glomera.network;

import java.util.List;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.graph.NetworkGraph;

/**
 * Builds an architecture's network with the care that a plug-in's code needs: whatever it does wrong becomes a sentence
 * that names it, and a network that is not the one asked for is refused.
 */
public final class ArchitectureBuilder {

    private ArchitectureBuilder() {
    }

    /**
     * The network of an architecture in a size.
     *
     * @param id the architecture's id, for messages
     * @throws GlomeraException (configuration) when the architecture refuses the size; (missing component) when it fails,
     *         gives no network, or one for another input than it was asked for
     */
    public static NetworkGraph build(String id, NetworkArchitecture architecture, ArchitectureParameters parameters)
            throws GlomeraException {
        Objects.requireNonNull(parameters);
        NetworkGraph graph;
        List<Channel> channels;
        try {
            channels = architecture.channels();
            graph = architecture.build(parameters);
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, "The architecture '" + id + "' has no network of "
                    + inWords(parameters) + ": " + e.getMessage(), e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw faulty(id, "it fails with " + e, e);
        }
        if (graph == null || channels == null) {
            throw faulty(id, graph == null ? "it builds no network" : "it names no images", null);
        }
        if (!graph.channels().equals(channels) || graph.nx() != parameters.inputNx()
                || graph.ny() != parameters.inputNy() || graph.nz() != parameters.inputNz()) {
            throw faulty(id, "for an input of " + inWords(channels, parameters.inputNx(), parameters.inputNy(),
                    parameters.inputNz()) + " it builds a network for " + inWords(graph.channels(), graph.nx(),
                            graph.ny(), graph.nz()), null);
        }
        return graph;
    }

    private static String inWords(ArchitectureParameters p) {
        return p.filters() + " filters and " + p.levels() + " levels on " + p.inputNx() + " x " + p.inputNy() + " x "
                + p.inputNz() + " voxels";
    }

    private static String inWords(List<Channel> channels, int nx, int ny, int nz) {
        return channels.stream().map(Channel::word).toList() + " of " + nx + " x " + ny + " x " + nz + " voxels";
    }

    private static GlomeraException faulty(String id, String what, Throwable cause) {
        return new GlomeraException(Kind.MISSING_COMPONENT, "The architecture '" + id + "' cannot be used: " + what
                + ". Use another one, or update or remove the plug-in that brings it.", cause);
    }
}
