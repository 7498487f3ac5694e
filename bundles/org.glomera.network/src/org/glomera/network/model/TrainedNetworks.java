package org.glomera.network.model;

import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/**
 * The trained networks that plug-ins bring. A contribution whose folder is missing or holds no network that this program
 * reads is logged with its plug-in and id at each listing and left out. Safe for use by several threads.
 */
public final class TrainedNetworks {

    /** The extension point. */
    public static final String POINT = "org.glomera.network.models";

    private static final Logger LOG = System.getLogger(TrainedNetworks.class.getName());
    private static final String FOLDER = "folder";

    private static final class OfPlugins {
        static final TrainedNetworks NETWORKS = new TrainedNetworks(
                ExtensionPoint.ofData(RegistryFactory.getRegistry(), POINT, FOLDER));
    }

    private final ExtensionPoint<Void> point;

    TrainedNetworks(ExtensionPoint<Void> point) {
        this.point = Objects.requireNonNull(point);
    }

    /** The networks of the running program's plug-ins. */
    public static TrainedNetworks ofPlugins() {
        return OfPlugins.NETWORKS;
    }

    /** The networks that can be used, ordered by id. Reads each one's card, not its weights. */
    public List<TrainedNetwork> all() {
        List<TrainedNetwork> usable = new ArrayList<>();
        for (Contribution<Void> contribution : point.contributions()) {
            try {
                usable.add(open(contribution));
            } catch (GlomeraException e) {
                LOG.log(Logger.Level.WARNING, e.getMessage(), e);
            }
        }
        return List.copyOf(usable);
    }

    /**
     * The network with an id.
     *
     * @throws GlomeraException when no plug-in brings it (configuration; the message lists those that are there), or
     *         when its files cannot be used (missing component; the message names the plug-in)
     */
    public TrainedNetwork require(String id) throws GlomeraException {
        return open(point.require(id));
    }

    /**
     * The folder of a network that a user names: a path, or the id of one that a plug-in brings. A folder that is there
     * is taken before an id.
     *
     * @param nameOrFolder what the user wrote
     * @throws GlomeraException when it is neither
     */
    public Path folder(String nameOrFolder) throws GlomeraException {
        Path path = path(nameOrFolder);
        if (Files.isDirectory(path)) {
            return path;
        }
        if (point.find(nameOrFolder).isPresent()) {
            return require(nameOrFolder).folder();
        }
        String known = all().stream().map(TrainedNetwork::id).collect(Collectors.joining(", "));
        throw new GlomeraException(Kind.CONFIGURATION, "'" + nameOrFolder + "' is neither the folder of a trained network"
                + " nor one that comes with the program. Give the folder of a run"
                + (known.isEmpty() ? "." : ", or one of: " + known + "."));
    }

    private static Path path(String text) throws GlomeraException {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + text + "' is no path: " + e.getReason()
                    + ". Give the folder of a run.", e);
        }
    }

    private static TrainedNetwork open(Contribution<Void> contribution) throws GlomeraException {
        TrainedNetwork network = new TrainedNetwork(contribution.id(), contribution.name(), contribution.description(),
                contribution.bundle(), contribution.folder(FOLDER));
        if (!Files.isRegularFile(network.folder().resolve(ModelFolder.WEIGHTS))) {
            throw unusable(contribution, "its folder has no " + ModelFolder.WEIGHTS, null);
        }
        try {
            network.card();
            return network;
        } catch (GlomeraException e) {
            throw unusable(contribution, e.getMessage(), e);
        }
    }

    private static GlomeraException unusable(Contribution<Void> contribution, String why, Exception cause) {
        return new GlomeraException(Kind.MISSING_COMPONENT, "The trained network '" + contribution.id()
                + "' of the plug-in " + contribution.bundle() + " cannot be used: " + why
                + (why.endsWith(".") ? "" : ".") + " Update or remove that plug-in.", cause);
    }
}
