package org.glomera.registry;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * What one plug-in contributes to an extension point. Its id, name, description and attributes are read from the
 * plug-in's plugin.xml; its class is loaded at the first call of {@link #instance()}. Safe for use by several threads.
 *
 * @param <T> the interface of the extension point
 */
public final class Contribution<T> {

    private final IConfigurationElement element;
    private final Class<T> type;
    private final String id;
    private final String name;
    private T instance;

    Contribution(IConfigurationElement element, Class<T> type, String id, String name) {
        this.element = Objects.requireNonNull(element);
        this.type = Objects.requireNonNull(type);
        this.id = id;
        this.name = name;
    }

    /** The id, unique in its extension point; it stands in files. */
    public String id() {
        return id;
    }

    /** The name that is shown to a user. */
    public String name() {
        return name;
    }

    /** The sentence that explains the contribution to a user; empty when the plug-in gives none. */
    public String description() {
        return attribute("description").orElse("");
    }

    /** The symbolic name of the contributing bundle. */
    public String bundle() {
        return element.getContributor().getName();
    }

    /** A further attribute of the element. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(element.getAttribute(attribute));
    }

    /**
     * The one instance of the contributed class, made at the first call.
     *
     * @throws GlomeraException when the class cannot be loaded or made, or is not of the point's interface; the message
     *         names the bundle and the id
     */
    public synchronized T instance() throws GlomeraException {
        if (instance == null) {
            instance = create();
        }
        return instance;
    }

    private T create() throws GlomeraException {
        Object made;
        try {
            made = element.createExecutableExtension("class");
        } catch (CoreException | LinkageError e) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, "The contribution '" + id + "' of the plug-in "
                    + bundle() + " cannot be used, since its class could not be made: " + rootMessage(e)
                    + ". Update or remove that plug-in.", e);
        }
        if (!type.isInstance(made)) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, "The contribution '" + id + "' of the plug-in "
                    + bundle() + " cannot be used: its class " + made.getClass().getName() + " is not a "
                    + type.getName() + ". Update or remove that plug-in.");
        }
        return type.cast(made);
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
