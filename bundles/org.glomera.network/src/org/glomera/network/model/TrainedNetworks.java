package org.glomera.network.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * is taken before an id. A zip file is unpacked into a temporary folder, which goes when the program ends.
     *
     * @param nameOrFolder what the user wrote
     * @throws GlomeraException when it is neither, or the zip file holds no network
     */
    public Path folder(String nameOrFolder) throws GlomeraException {
        Path path = path(nameOrFolder);
        if (Files.isDirectory(path)) {
            return path;
        }
        if (Files.isRegularFile(path)) {
            return ModelZip.unpack(path);
        }
        if (point.find(nameOrFolder).isPresent()) {
            return require(nameOrFolder).folder();
        }
        String known = all().stream().map(TrainedNetwork::id).collect(Collectors.joining(", "));
        throw new GlomeraException(Kind.CONFIGURATION, "'" + nameOrFolder + "' is neither the folder or the zip file"
                + " of a trained network nor one that comes with the program. Give the folder of a run"
                + (known.isEmpty() ? "." : ", or one of: " + known + "."));
    }

    /**
     * The folders of the networks that a user names: as {@link #folder}, and the name of a run stands for its folds
     * {@code NAME_fold1}, {@code NAME_fold2} and so on when it is no network itself.
     *
     * @param nameOrFolder what the user wrote
     * @return at least one folder; folds in the order of their numbers
     * @throws GlomeraException when it is none of these
     */
    public List<Path> folders(String nameOrFolder) throws GlomeraException {
        Path path = path(nameOrFolder);
        if (Files.isRegularFile(path.resolve(ModelFolder.CARD))) {
            return List.of(path);
        }
        List<Path> folds = folds(path);
        return folds.isEmpty() ? List.of(folder(nameOrFolder)) : folds;
    }

    private static List<Path> folds(Path run) throws GlomeraException {
        Path runs = run.getParent();
        if (runs == null || !Files.isDirectory(runs)) {
            return List.of();
        }
        Pattern fold = Pattern.compile(Pattern.quote(String.valueOf(run.getFileName())) + "_fold(\\d{1,4})");
        Map<Integer, Path> folders = new TreeMap<>();
        try (Stream<Path> content = Files.list(runs)) {
            for (Path each : content.toList()) {
                Matcher matcher = fold.matcher(each.getFileName().toString());
                if (matcher.matches() && Files.isRegularFile(each.resolve(ModelFolder.CARD))) {
                    folders.put(Integer.valueOf(matcher.group(1)), each);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new GlomeraException(Kind.INPUT, "The folder " + runs + " cannot be read: " + e.getMessage()
                    + ". Check its permissions.", e);
        }
        return List.copyOf(folders.values());
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
