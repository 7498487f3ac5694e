package org.glomera.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.glomera.architecture.LayerTable.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Holds every manifest and import against the table and the laws of docs/architecture.md. */
class LayersTest {

    private static final Path ROOT = Path.of(System.getProperty("glomera.root"));
    private static final int FIRST_LAYER_WITH_WINDOWS = 4;
    private static final Set<String> WINDOW_TOOLKITS = Set.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui");
    private static final Map<String, String> ONE_IMPORTER = Map.of("ai.djl", "network.djl", "vtk", "render.vtk",
            "com.pixelmed", "dicom.pixelmed", "org.dcm4che3", "dicom.dcm4che", "jj2000", "dicom.codecs", "org.jfree",
            "chart", "org.apache.batik", "chart", "com.openhtmltopdf", "pdf", "org.apache.pdfbox", "pdf");
    private static final Set<String> REACHED_BY_POINT_ONLY = Set.of("dicom.pixelmed", "dicom.dcm4che", "network.djl",
            "render.vtk");

    private static LayerTable table;
    private static List<BundleSources> bundles;

    @BeforeAll
    static void readEverything() throws IOException, BundleException {
        table = LayerTable.read(ROOT.resolve("docs/architecture.md"));
        bundles = new ArrayList<>(BundleSources.all(ROOT.resolve("bundles")));
        BundleSources.all(ROOT.resolve("optional")).stream().filter(bundle -> !bundle.id().endsWith(".tests"))
                .forEach(bundles::add);
    }

    @Test
    void everyBundle_standsInTheTable() throws BundleException {
        assertTrue(bundles.size() >= 2, "bundles found: " + bundles.size());
        for (BundleSources bundle : bundles) {
            assertTrue(table.rows().containsKey(bundle.name()), bundle.id() + " has no row in docs/architecture.md");
            assertEquals(bundle.id(), bundle.symbolicName(), "folder and bundle id");
        }
    }

    @Test
    void theTable_letsNoRowUseItsOwnLayerUpwards() {
        List<String> wrong = new ArrayList<>();
        for (Row row : table.rows().values()) {
            for (String used : row.mayUse()) {
                Row other = table.rows().get(used);
                if (other == null || other.layer() > row.layer() || used.equals(row.bundle())) {
                    wrong.add(row.bundle() + " -> " + used);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTable_hasNoCircle() {
        Map<String, Boolean> finished = new HashMap<>();
        for (String bundle : table.rows().keySet()) {
            visit(bundle, finished);
        }
        assertEquals(table.rows().size(), finished.size());
    }

    private static void visit(String bundle, Map<String, Boolean> finished) {
        Boolean state = finished.get(bundle);
        assertTrue(state == null || state, "a circle of bundles goes through " + bundle);
        if (state == null) {
            finished.put(bundle, false);
            table.rows().get(bundle).mayUse().forEach(used -> visit(used, finished));
            finished.put(bundle, true);
        }
    }

    @Test
    void everyManifest_requiresOnlyWhatItsRowNames() throws BundleException {
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            Set<String> mayUse = table.rows().get(bundle.name()).mayUse();
            for (String required : bundle.elements(Constants.REQUIRE_BUNDLE)) {
                if (required.startsWith("org.glomera.") && !mayUse.contains(required.substring(12))) {
                    wrong.add(bundle.id() + " requires " + required);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyImport_isOfABundleThatTheRowNames() throws BundleException {
        Map<String, String> owner = new HashMap<>();
        for (BundleSources bundle : bundles) {
            for (String exported : bundle.elements(Constants.EXPORT_PACKAGE)) {
                owner.put(exported, bundle.name());
            }
        }
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            Set<String> mayUse = table.rows().get(bundle.name()).mayUse();
            for (String name : bundle.namesUsed()) {
                String of = ownerOf(name, owner);
                if (of != null && !of.equals(bundle.name()) && !mayUse.contains(of)) {
                    wrong.add(bundle.id() + " imports " + name);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static String ownerOf(String name, Map<String, String> owner) {
        String prefix = name;
        while (prefix.contains(".")) {
            prefix = prefix.substring(0, prefix.lastIndexOf('.'));
            if (owner.containsKey(prefix)) {
                return owner.get(prefix);
            }
        }
        return null;
    }

    @Test
    void windowToolkits_areNamedOnlyFromLayerFour() {
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            if (table.rows().get(bundle.name()).layer() < FIRST_LAYER_WITH_WINDOWS) {
                WINDOW_TOOLKITS.stream().filter(bundle::uses).forEach(toolkit -> wrong.add(bundle.id() + ": " + toolkit));
                for (String awt : List.of("java.awt", "javax.swing", "javax.imageio")) {
                    if (bundle.uses(awt) && !bundle.name().equals("chart")) {
                        wrong.add(bundle.id() + ": " + awt);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyGreatLibrary_hasOneImporter() {
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            ONE_IMPORTER.forEach((library, importer) -> {
                if (bundle.uses(library) && !bundle.name().equals(importer)) {
                    wrong.add(bundle.id() + " imports " + library);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void implementations_areReachedThroughTheirPointOnly() throws BundleException {
        Set<String> wrong = new TreeSet<>();
        for (BundleSources bundle : bundles) {
            for (String required : bundle.elements(Constants.REQUIRE_BUNDLE)) {
                if (required.startsWith("org.glomera.") && REACHED_BY_POINT_ONLY.contains(required.substring(12))) {
                    wrong.add(bundle.id() + " requires " + required);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyExportedPackage_hasAPackageInfoAndAVersion() throws BundleException {
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            for (String exported : bundle.elements(Constants.EXPORT_PACKAGE)) {
                Path info = bundle.folder().resolve("src").resolve(exported.replace('.', '/'))
                        .resolve("package-info.java");
                if (exported.startsWith("org.glomera.") && !Files.exists(info)) {
                    wrong.add(exported);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyTheCommandLine_prints() {
        Pattern printing = Pattern.compile("System\\.(out|err)\\b|(?<!void )printStackTrace\\(");
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            bundle.sources().forEach((file, source) -> {
                if (!bundle.name().equals("cli") && printing.matcher(source).find()) {
                    wrong.add(file.toString());
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyBundle_hasATestBundle() {
        List<String> wrong = new ArrayList<>();
        for (BundleSources bundle : bundles) {
            boolean ours = !bundle.name().startsWith("thirdparty.") && !bundle.name().equals("rcp");
            if (ours && !Files.isDirectory(ROOT.resolve("tests/" + bundle.id() + ".tests"))
                    && !Files.isDirectory(ROOT.resolve("optional/" + bundle.id() + ".tests"))) {
                wrong.add(bundle.id());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyOwnBundle_isInAFeature() throws IOException {
        StringBuilder features = new StringBuilder();
        try (var ours = Files.list(ROOT.resolve("features")); var optional = Files.list(ROOT.resolve("optional"))) {
            for (Path folder : Stream.concat(ours, optional).filter(f -> Files.exists(f.resolve("feature.xml"))).toList()) {
                features.append(Files.readString(folder.resolve("feature.xml")));
            }
        }
        for (BundleSources bundle : bundles) {
            assertTrue(features.indexOf("\"" + bundle.id() + "\"") >= 0, bundle.id() + " is in no feature");
        }
    }
}
