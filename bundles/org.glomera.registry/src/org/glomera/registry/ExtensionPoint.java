package org.glomera.registry;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * Reads one extension point. The registry is read once and again after a plug-in comes or goes; no contributed class is
 * loaded by reading. An element without an id or its class, or with an id that stands already, is logged once with its
 * bundle and skipped. Safe for use by several threads.
 *
 * @param <T> the interface of the extension point
 */
public final class ExtensionPoint<T> {

    private static final Logger LOG = System.getLogger(ExtensionPoint.class.getName());
    private static final String CLASS = "class";

    private final IExtensionRegistry registry;
    private final String pointId;
    private final Class<T> type;
    private final String required;
    private List<Contribution<T>> contributions;
    private List<String> skipped = List.of();

    /**
     * Makes a reader that stays with the registry for the life of the program; keep it in a constant.
     *
     * @param registry where plug-ins are known; {@code RegistryFactory.getRegistry()} in the running program
     * @param pointId the full id of the extension point
     * @param type the interface of the extension point
     */
    public ExtensionPoint(IExtensionRegistry registry, String pointId, Class<T> type) {
        this(registry, pointId, type, CLASS);
    }

    private ExtensionPoint(IExtensionRegistry registry, String pointId, Class<T> type, String required) {
        this.registry = Objects.requireNonNull(registry);
        this.pointId = Objects.requireNonNull(pointId);
        this.type = Objects.requireNonNull(type);
        this.required = Objects.requireNonNull(required);
        registry.addListener(new Forgetting(), pointId);
    }

    /**
     * Makes a reader of a point whose contributions are data: they have no class, and no instance is asked of them.
     *
     * @param registry as for the constructor
     * @param pointId the full id of the extension point
     * @param required the attribute that each element has beside its id, for instance {@code folder}
     */
    public static ExtensionPoint<Void> ofData(IExtensionRegistry registry, String pointId, String required) {
        return new ExtensionPoint<>(registry, pointId, Void.class, required);
    }

    /** The id of the point. */
    public String id() {
        return pointId;
    }

    /** What the plug-ins contribute, ordered by id. */
    public synchronized List<Contribution<T>> contributions() {
        if (contributions == null) {
            contributions = read();
        }
        return contributions;
    }

    /** The contribution with an id, when it is there. */
    public Optional<Contribution<T>> find(String id) {
        return contributions().stream().filter(contribution -> contribution.id().equals(id)).findFirst();
    }

    /**
     * The contribution with an id.
     *
     * @throws GlomeraException when no plug-in contributes it; the message lists the ids that are there
     */
    public Contribution<T> require(String id) throws GlomeraException {
        Optional<Contribution<T>> found = find(id);
        if (found.isEmpty()) {
            String known = contributions().stream().map(Contribution::id).collect(Collectors.joining(", "));
            throw new GlomeraException(Kind.CONFIGURATION, "'" + id + "' is not known at " + pointId + ". "
                    + (known.isEmpty() ? "No plug-in contributes there." : "Known are: " + known + ".")
                    + " Use one of these or install the plug-in that brings it.");
        }
        return found.get();
    }

    /** What was skipped and why, a sentence each that names the plug-in. */
    public synchronized List<String> skipped() {
        contributions();
        return skipped;
    }

    private synchronized void forget() {
        contributions = null;
    }

    private List<Contribution<T>> read() {
        Map<String, Contribution<T>> found = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(pointId)) {
            String id = element.getAttribute("id");
            String bundle = element.getContributor().getName();
            if (id == null || id.isBlank() || element.getAttribute(required) == null) {
                problems.add("A contribution of the plug-in " + bundle + " to " + pointId
                        + " was skipped: it has no id or no " + required + ".");
            } else if (found.containsKey(id)) {
                problems.add("The contribution '" + id + "' of the plug-in " + bundle + " to " + pointId
                        + " was skipped: the plug-in " + found.get(id).bundle() + " contributes the same id.");
            } else {
                String name = element.getAttribute("name");
                found.put(id, new Contribution<>(element, Instances.of(registry), type, id, name == null ? id : name));
            }
        }
        problems.forEach(sentence -> LOG.log(Logger.Level.WARNING, sentence));
        skipped = List.copyOf(problems);
        List<Contribution<T>> ordered = new ArrayList<>(found.values());
        ordered.sort(Comparator.comparing(Contribution::id));
        return List.copyOf(ordered);
    }

    private final class Forgetting implements IRegistryEventListener {
        @Override
        public void added(IExtension[] extensions) {
            forget();
        }

        @Override
        public void removed(IExtension[] extensions) {
            forget();
        }

        @Override
        public void added(IExtensionPoint[] extensionPoints) {
            forget();
        }

        @Override
        public void removed(IExtensionPoint[] extensionPoints) {
            forget();
        }
    }
}
