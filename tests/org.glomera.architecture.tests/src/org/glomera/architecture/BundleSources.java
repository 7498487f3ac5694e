package org.glomera.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** One bundle as its files say: manifest headers and the Java sources. */
record BundleSources(String id, Path folder, Map<String, String> headers, Map<Path, String> sources) {

    private static final Pattern IMPORT = Pattern.compile("^import\\s+(?:static\\s+)?([\\w.*]+);", Pattern.MULTILINE);
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:java\\.awt|javax\\.imageio|org\\.eclipse\\.swt"
            + "|org\\.eclipse\\.jface|org\\.eclipse\\.ui|ai\\.djl|com\\.pixelmed|org\\.jfree|vtk)\\.\\w+[\\w.]*");
    private static final Pattern COMMENT_OR_STRING = Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"",
            Pattern.DOTALL);

    static List<BundleSources> all(Path bundles) throws IOException, BundleException {
        List<BundleSources> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(bundles)) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF"))).sorted().toList()) {
                found.add(read(folder));
            }
        }
        return found;
    }

    private static BundleSources read(Path folder) throws IOException, BundleException {
        Map<String, String> headers;
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            headers = ManifestElement.parseBundleManifest(in, new HashMap<>());
        }
        Map<Path, String> sources = new HashMap<>();
        Path src = folder.resolve("src");
        if (Files.isDirectory(src)) {
            try (Stream<Path> files = Files.walk(src)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    sources.put(file, Files.readString(file));
                }
            }
        }
        return new BundleSources(folder.getFileName().toString(), folder, headers, sources);
    }

    /** The id without {@code org.glomera.}. */
    String name() {
        return id.substring("org.glomera.".length());
    }

    String symbolicName() throws BundleException {
        return elements(Constants.BUNDLE_SYMBOLICNAME).get(0);
    }

    /** The first values of a header's elements. */
    List<String> elements(String header) throws BundleException {
        String value = headers.get(header);
        List<String> found = new ArrayList<>();
        if (value != null) {
            for (ManifestElement element : ManifestElement.parseHeader(header, value)) {
                found.add(element.getValue());
            }
        }
        return found;
    }

    /** Every type and package that the sources import or name in full, comments and strings left out. */
    Set<String> namesUsed() {
        Set<String> names = new TreeSet<>();
        for (String source : sources.values()) {
            String code = COMMENT_OR_STRING.matcher(source).replaceAll(" ");
            Matcher imports = IMPORT.matcher(code);
            while (imports.find()) {
                names.add(imports.group(1));
            }
            Matcher qualified = QUALIFIED.matcher(code);
            while (qualified.find()) {
                names.add(qualified.group());
            }
        }
        return names;
    }

    boolean uses(String packagePrefix) {
        return namesUsed().stream().anyMatch(name -> name.startsWith(packagePrefix + "."));
    }
}
