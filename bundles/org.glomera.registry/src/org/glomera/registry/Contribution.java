package org.glomera.registry;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.URIUtil;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.osgi.framework.Bundle;

/**
 * What one plug-in contributes to an extension point. Its id, name, description and attributes are read from the
 * plug-in's plugin.xml; its class is loaded at the first call of {@link #instance()}. Safe for use by several threads.
 *
 * @param <T> the interface of the extension point
 */
public final class Contribution<T> {

    private final IConfigurationElement element;
    private final Instances instances;
    private final Class<T> type;
    private final String id;
    private final String name;

    Contribution(IConfigurationElement element, Instances instances, Class<T> type, String id, String name) {
        this.element = Objects.requireNonNull(element);
        this.instances = Objects.requireNonNull(instances);
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
     * The attributes of the element's children of a name, in their order: what a contribution declares as data.
     *
     * @param child the children's name, for instance {@code parameter}
     */
    public List<Map<String, String>> children(String child) {
        List<Map<String, String>> children = new ArrayList<>();
        for (IConfigurationElement each : element.getChildren(child)) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String attribute : each.getAttributeNames()) {
                attributes.put(attribute, each.getAttribute(attribute));
            }
            children.add(attributes);
        }
        return children;
    }

    /**
     * A folder of the contributing bundle that an attribute names, as a folder on the disk; the files of a bundle that
     * is one packed file are unpacked first, into the program's own storage.
     *
     * @param attribute the attribute whose value is the folder's path in the bundle, for instance {@code models/mine}
     * @throws GlomeraException when the attribute is missing, leaves the bundle, or names no folder of it; the message
     *         names the bundle and the id
     */
    public Path folder(String attribute) throws GlomeraException {
        String path = attribute(attribute).orElse("");
        Bundle owner = ContributorFactoryOSGi.resolve(element.getContributor());
        boolean within = !path.isBlank() && !Path.of(path).isAbsolute() && !Path.of(path).normalize().startsWith("..");
        URL entry = owner == null || !within ? null : owner.getEntry(path.endsWith("/") ? path : path + "/");
        if (entry == null) {
            throw noFolder(attribute, path, null);
        }
        try {
            Path folder = Path.of(URIUtil.toURI(FileLocator.toFileURL(entry)));
            if (!Files.isDirectory(folder)) {
                throw noFolder(attribute, path, null);
            }
            return folder;
        } catch (IOException | URISyntaxException e) {
            throw noFolder(attribute, path, e);
        }
    }

    private GlomeraException noFolder(String attribute, String path, Exception cause) {
        return new GlomeraException(Kind.MISSING_COMPONENT, "The contribution '" + id + "' of the plug-in " + bundle()
                + " cannot be used: its " + attribute + " '" + path + "' is no folder of that plug-in"
                + (cause == null ? "" : " that can be read (" + rootMessage(cause) + ")")
                + ". Update or remove that plug-in.", cause);
    }

    /**
     * The one instance of the contributed class, made at the first call, whoever makes it.
     *
     * @throws GlomeraException when the class cannot be loaded or made, or is not of the point's interface; the message
     *         names the bundle and the id
     */
    public T instance() throws GlomeraException {
        Object made;
        try {
            made = instances.of(element);
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
