package org.glomera.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

/**
 * The one instance of each contributed class, whoever reads its extension point. Safe for use by several threads, which
 * wait for each other only when they make instances.
 */
final class Instances {

    private static final Map<IExtensionRegistry, Instances> ALL = new WeakHashMap<>();

    private final Map<IConfigurationElement, Object> made = new HashMap<>();

    private Instances() {
    }

    /** The instances of a registry's contributions. */
    static Instances of(IExtensionRegistry registry) {
        synchronized (ALL) {
            return ALL.computeIfAbsent(registry, key -> new Instances());
        }
    }

    /** The instance of an element's class. An element that comes back with its plug-in is another element. */
    synchronized Object of(IConfigurationElement element) throws CoreException {
        Object known = made.get(element);
        if (known == null) {
            known = element.createExecutableExtension("class");
            made.put(element, known);
        }
        return known;
    }
}
