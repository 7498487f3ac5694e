package org.glomera.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.registry.ExtensionPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

/** Contributions that cannot be used; those that can are tested where they are, with the samples. */
class TrainedNetworksTest {

    private static final Object TOKEN = new Object();

    @TempDir
    private Path temporary;
    private TrainedNetworks networks;

    /** Every folder is one of this test's host, which has {@code schema/} and no network. */
    @BeforeEach
    void contribute() {
        IExtensionRegistry registry = RegistryFactory.createRegistry(
                RegistryFactory.createOSGiStrategy(new File[0], new boolean[0], TOKEN), TOKEN, TOKEN);
        String xml = "<?xml version='1.0'?><?eclipse version=\"3.4\"?><plugin><extension-point id='"
                + TrainedNetworks.POINT + "' name='Models'/><extension point='" + TrainedNetworks.POINT + "'>"
                + model("gone", "models/gone") + model("empty", "schema") + model("outside", "../schema")
                + "<model id='nowhere' name='x'/><model folder='schema' name='x'/></extension></plugin>";
        assertTrue(registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactoryOSGi.createContributor(FrameworkUtil.getBundle(TrainedNetworks.class)), false, "test",
                null, TOKEN));
        networks = new TrainedNetworks(ExtensionPoint.ofData(registry, TrainedNetworks.POINT, "folder"));
    }

    private static String model(String id, String folder) {
        return "<model id='" + id + "' name='Network' description='A network.' folder='" + folder + "'/>";
    }

    @Test
    void contributionsWithoutANetwork_areLeftOut() {
        assertEquals(List.of(), networks.all());
    }

    @Test
    void aContributionWithoutANetwork_isNamedWithItsPlugInWhenAskedFor() {
        for (String id : List.of("gone", "empty", "outside")) {
            GlomeraException thrown = assertThrows(GlomeraException.class, () -> networks.require(id));
            assertEquals(Kind.MISSING_COMPONENT, thrown.kind(), id);
            assertTrue(thrown.getMessage().contains("'" + id + "'"), thrown.getMessage());
            assertTrue(thrown.getMessage().contains("org.glomera.network"), thrown.getMessage());
        }
        assertEquals(Kind.CONFIGURATION,
                assertThrows(GlomeraException.class, () -> networks.require("nowhere")).kind());
    }

    @Test
    void aFolder_isTakenAsItIs() throws GlomeraException {
        assertEquals(temporary, networks.folder(temporary.toString()));
    }

    @Test
    void aZipFile_isUnpackedAndTakenAsItsFolder() throws GlomeraException {
        ModelSamples.write(temporary.resolve("run"));
        Path zip = temporary.resolve("handed.zip");
        Handover.write(temporary.resolve("run"), zip, Handover.Options.USUAL);
        assertEquals("Hybrid network", ModelFolder.readCard(networks.folder(zip.toString())).title());
    }

    @Test
    void aNameThatIsNeitherFolderNorNetwork_isRefused() {
        GlomeraException thrown = assertThrows(GlomeraException.class, () -> networks.folder("kidneys"));
        assertEquals(Kind.CONFIGURATION, thrown.kind());
        assertTrue(thrown.getMessage().startsWith("'kidneys' is neither"), thrown.getMessage());
    }

    @Test
    void runWithFolds_standsForThemInTheOrderOfTheirNumbers() throws IOException, GlomeraException {
        for (String run : List.of("a_fold10", "a_fold2", "a_fold1", "a_foldx", "ab_fold1", "b", "b_fold1")) {
            Files.createDirectories(temporary.resolve(run));
            Files.writeString(temporary.resolve(run).resolve(ModelFolder.CARD), "{}");
        }
        Files.createDirectories(temporary.resolve("a_fold3"));
        // a_fold3 has no model.json yet; b is a network itself
        assertEquals(List.of("a_fold1", "a_fold2", "a_fold10"), networks.folders(temporary.resolve("a").toString())
                .stream().map(folder -> folder.getFileName().toString()).toList());
        assertEquals(List.of(temporary.resolve("b")), networks.folders(temporary.resolve("b").toString()));
        assertThrows(GlomeraException.class, () -> networks.folders(temporary.resolve("c").toString()));
    }
}
