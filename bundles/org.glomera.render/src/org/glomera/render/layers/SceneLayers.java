package org.glomera.render.layers;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;
import org.glomera.render.scene.SceneItem;

/**
 * Asks layers what is drawn for a case. A layer that fails is logged and said with its plug-in and id; the others are
 * drawn. Safe for use by several threads.
 */
public final class SceneLayers {

    /** The extension point of layers. */
    public static final String POINT = "org.glomera.render.layers";

    private static final Logger LOG = System.getLogger(SceneLayers.class.getName());

    /** Gives the one instance of a layer. */
    @FunctionalInterface
    public interface Source {
        /**
         * The instance, made at the first call.
         *
         * @throws GlomeraException when it cannot be made; the message names plug-in and id
         */
        SceneLayer instance() throws GlomeraException;
    }

    /**
     * A layer that there is.
     *
     * @param id unique among layers
     * @param name what it is called
     * @param description a sentence for the user
     * @param bundle the plug-in that it comes from
     * @param source gives the instance
     */
    public record Entry(String id, String name, String description, String bundle, Source source) {

        /** Refuses missing parts. */
        public Entry {
            Objects.requireNonNull(id);
            Objects.requireNonNull(name);
            Objects.requireNonNull(description);
            Objects.requireNonNull(bundle);
            Objects.requireNonNull(source);
        }
    }

    private static final class Point {
        static final ExtensionPoint<SceneLayer> OF_LAYERS = new ExtensionPoint<>(RegistryFactory.getRegistry(), POINT,
                SceneLayer.class);
    }

    private final List<Entry> entries;

    /** Makes what asks these layers, in this order. */
    public SceneLayers(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The layers that plug-ins contribute, ordered by id. Needs the running platform. */
    public static SceneLayers registered() {
        return new SceneLayers(Point.OF_LAYERS.contributions().stream().map(SceneLayers::entry).toList());
    }

    private static Entry entry(Contribution<SceneLayer> contribution) {
        return new Entry(contribution.id(), contribution.name(), contribution.description(), contribution.bundle(),
                contribution::instance);
    }

    /** The layers, for a list of check boxes; no plug-in is started by asking. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * What is drawn. Takes up to some seconds when surfaces have to be made, so it does not belong on a user
     * interface's thread.
     *
     * @param shown ids of the layers that are shown
     * @throws OperationCanceledException when cancelled
     */
    public DrawnLayers items(CaseScene scene, LayerSettings settings, Collection<String> shown,
            IProgressMonitor monitor) {
        List<Entry> asked = entries.stream().filter(entry -> shown.contains(entry.id())).toList();
        SubMonitor progress = SubMonitor.convert(monitor, asked.size());
        List<SceneItem> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry entry : asked) {
            progress.subTask(entry.name());
            try {
                add(entry, entry.source().instance().items(scene, settings, progress.split(1)), ids, items);
            } catch (OperationCanceledException e) {
                throw e;
            } catch (GlomeraException e) {
                LOG.log(Logger.Level.WARNING, e.getMessage(), e);
                problems.add(e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                String sentence = "The layer '" + entry.id() + "' of the plug-in " + entry.bundle()
                        + " failed and is left out: " + e + ". Update or remove that plug-in.";
                LOG.log(Logger.Level.WARNING, sentence, e);
                problems.add(sentence);
            }
        }
        return new DrawnLayers(items, problems);
    }

    private static void add(Entry entry, List<SceneItem> made, Set<String> ids, List<SceneItem> items) {
        Set<String> own = new HashSet<>();
        for (SceneItem item : made) {
            if (!item.id().startsWith(entry.id() + "/") || ids.contains(item.id()) || !own.add(item.id())) {
                throw new IllegalStateException("its item '" + item.id() + "' does not begin with '" + entry.id()
                        + "/' or stands twice");
            }
        }
        ids.addAll(own);
        items.addAll(made);
    }
}
