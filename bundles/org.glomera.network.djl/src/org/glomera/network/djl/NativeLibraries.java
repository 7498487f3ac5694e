package org.glomera.network.djl;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

import org.eclipse.core.runtime.FileLocator;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import ai.djl.engine.Engine;

/**
 * Finds the folder with PyTorch's native libraries: the one that the user names in {@value #VARIABLE}, or else
 * {@code native/} of the plug-in that holds the library's classes.
 */
final class NativeLibraries {

    /** The environment's variable that names a folder with another build of PyTorch. */
    static final String VARIABLE = "GLOMERA_PYTORCH";

    private static final String FOLDER = "native";
    /** Of the libraries in that folder the one that binds Java to the others. */
    private static final String BINDING = System.mapLibraryName("djl_torch");
    private static final String TORCH = System.mapLibraryName("torch");
    /** What a build for graphics cards has besides. */
    private static final String FOR_CARDS = System.mapLibraryName("torch_cuda");

    private NativeLibraries() {
    }

    /**
     * The folder.
     *
     * @throws GlomeraException (missing component) when the libraries are not there
     */
    static Path locate() throws GlomeraException {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return named(named.strip());
        }
        Path folder;
        try {
            Bundle bundle = FrameworkUtil.getBundle(Engine.class);
            folder = bundle == null ? besideTheClasses() : ofBundle(bundle);
        } catch (IOException | URISyntaxException e) {
            throw missing("they could not be looked for: " + e.getMessage(), e);
        }
        return require(folder);
    }

    /**
     * The folder that a user names.
     *
     * @throws GlomeraException (configuration) when PyTorch or its binding to Java is not in it
     */
    static Path named(String text) throws GlomeraException {
        try {
            Path folder = Path.of(text).toAbsolutePath();
            for (String library : List.of(TORCH, BINDING)) {
                if (!Files.isRegularFile(folder.resolve(library))) {
                    throw new GlomeraException(Kind.CONFIGURATION, VARIABLE + " names " + folder + ", and there is no "
                            + library + " in it. docs/networks.md, section \"The engine\", says what belongs there.");
                }
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new GlomeraException(Kind.CONFIGURATION, VARIABLE + " is '" + text
                    + "', which cannot be the name of a folder.", e);
        }
    }

    /** Whether the PyTorch of a folder is a build for graphics cards. */
    static boolean isForCards(Path folder) {
        return Files.isRegularFile(folder.resolve(FOR_CARDS));
    }

    /** The folder, when it is one with the libraries for this machine. */
    static Path require(Path folder) throws GlomeraException {
        if (folder == null || !Files.isRegularFile(folder.resolve(BINDING))) {
            throw missing("this machine is " + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + " and the plug-in org.glomera.thirdparty.djl holds no " + BINDING + " for it", null);
        }
        return folder;
    }

    static GlomeraException missing(String clause, Throwable cause) {
        return new GlomeraException(Kind.MISSING_COMPONENT, "Networks cannot be calculated, since PyTorch's native"
                + " libraries are not usable: " + clause + ". Everything else works without them; they come with"
                + " Glomera for Linux on x86_64.", cause);
    }

    private static Path ofBundle(Bundle bundle) throws IOException, URISyntaxException {
        URL entry = bundle.getEntry(FOLDER + "/");
        return entry == null ? null : path(FileLocator.toFileURL(entry));
    }

    /** Without OSGi: the classes come from lib/NAME.jar beside native/. */
    private static Path besideTheClasses() throws URISyntaxException {
        CodeSource source = Engine.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        Path jar = path(source.getLocation());
        Path library = jar.getParent();
        return library == null || library.getParent() == null ? null : library.getParent().resolve(FOLDER);
    }

    /** A file URL of the platform may hold blanks as they are. */
    private static Path path(URL url) throws URISyntaxException {
        return Path.of(new URI(url.getProtocol(), url.getHost(), url.getPath(), null));
    }
}
