package org.glomera.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.pipeline.AugmentRequest;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study whose training augments: from the preset to the weights, and with prepared images of an earlier version. */
class AugmentedRunTest {

    private static final PipelineServices SERVICES = new PipelineServices(new TestComponents());

    @TempDir
    static Path made;

    private static NetworkPreset plain;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepareOnce() throws GlomeraException {
        plain = SmallStudy.preset().networks().get(0);
        Path phantoms = made.resolve("phantom");
        SERVICES.phantom().run(new PhantomRequest(SmallStudy.preset(), phantoms, Optional.empty()),
                new NullProgressMonitor());
        Path study = made.resolve("study");
        SERVICES.importing().run(new ImportRequest(phantoms.resolve("dicom"), study, "Small",
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
        SERVICES.prepare().run(new PrepareRequest(study, plain), new NullProgressMonitor());
    }

    private StudyFolder copy(String name) throws Exception {
        Path copy = folder.resolve(name);
        FileUtils.copyDirectory(made.resolve("study").toFile(), copy.toFile());
        return StudyFolder.open(copy);
    }

    private static NetworkPreset augmented(AugmentationSetting... settings) {
        return plain.withTraining(plain.training().change().augmentations(List.of(settings)).configuration());
    }

    private static void train(StudyFolder study, NetworkPreset network) throws GlomeraException {
        SERVICES.train().run(new TrainRequest(study.root(), network, "small", false), StageListener.NONE,
                new NullProgressMonitor());
    }

    private static byte[] weights(StudyFolder study) throws Exception {
        return Files.readAllBytes(study.runFolder(plain.name()).resolve("weights.safetensors"));
    }

    @Test
    void aTrainingThatAugments_givesOtherWeightsThatRepeat() throws Exception {
        NetworkPreset network = augmented(new AugmentationSetting("noise", 1, Map.of("sdHu", 40.0)),
                new AugmentationSetting("translation", 0.5, Map.of()));
        StudyFolder one = copy("one");
        StudyFolder two = copy("two");
        StudyFolder without = copy("without");
        train(one, network);
        train(two, network);
        train(without, plain);
        assertTrue(Arrays.equals(weights(one), weights(two)));
        assertFalse(Arrays.equals(weights(one), weights(without)));
        assertEquals(2, one.readRun(plain.name()).configuration().get("training").get("augmentations").size());
        assertFalse(without.readRun(plain.name()).configuration().get("training").has("augmentations"));
    }

    @Test
    void imagesOfAnEarlierVersion_trainWithoutAugmentationAndArePreparedAgainForIt() throws Exception {
        StudyFolder study = copy("old");
        forgetFacts(study);
        NetworkPreset network = augmented(new AugmentationSetting("noise", 1, Map.of()));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> train(study, network));
        assertEquals(Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("Prepare the network's images again"), refused.getMessage());
        PrepareReport again = SERVICES.prepare().run(new PrepareRequest(study.root(), network),
                new NullProgressMonitor());
        assertEquals(again.excluded().size(), again.alreadyThere(), "only those that no network can use stay");
        FileUtils.deleteDirectory(study.runFolder(plain.name()).toFile());
        train(study, network);
        StudyFolder other = copy("oldWithout");
        forgetFacts(other);
        train(other, plain);
        assertTrue(weights(other).length > 0);
    }

    /** Leaves of each prepared case what was written before augmentation was there. */
    private static void forgetFacts(StudyFolder study) throws Exception {
        try (Stream<Path> files = Files.list(study.preparedFolder(plain.name()))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")
                    && !one.endsWith(PreparedSet.FILE)).toList()) {
                ObjectNode tree = (ObjectNode) StudyJson.mapper().readTree(file.toFile());
                tree.remove(List.of("spacingMm", "scales"));
                StudyJson.write(file, tree);
            }
        }
    }

    @Test
    void anAugmentationThatIsNotKnown_isSaidBeforeAnythingIsWritten() throws Exception {
        StudyFolder study = copy("unknown");
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> train(study, augmented(new AugmentationSetting("nose", 1, Map.of()))));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertEquals("The training of " + plain.name() + " cannot begin: The augmentation 'nose' is not known. Known are:"
                + " noise, translation. Use one of these, or install the plug-in that brings it.", refused.getMessage());
        assertFalse(study.runs().contains(plain.name()));
    }

    private static List<String> draw(StudyFolder study, NetworkPreset network, String caseId, Path png)
            throws GlomeraException {
        return SERVICES.augment().run(new AugmentRequest(study.root(), network, caseId, png), new NullProgressMonitor());
    }

    @Test
    void thePreview_isAPictureOfWhatIsDrawnAndSaysSo() throws Exception {
        StudyFolder study = copy("shown");
        Path png = folder.resolve("sheet.png");
        AugmentationSetting noise = new AugmentationSetting("noise", 1, Map.of());
        List<String> lines = draw(study, augmented(noise, new AugmentationSetting("translation", 1, Map.of())), "", png);
        assertEquals(8, lines.size());
        assertEquals("Epoch 3: noise, translation", lines.get(2));
        // the sheet is three panels of 280 pixels and four gaps of 12 wide: bytes 16 to 19 of a PNG file
        byte[] bytes = Files.readAllBytes(png);
        assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
        assertEquals(3 * 280 + 4 * 12, ByteBuffer.wrap(bytes).getInt(16));
        GlomeraException none = assertThrows(GlomeraException.class, () -> draw(study, plain, "", png));
        assertTrue(none.getMessage().contains("names no augmentation"), none.getMessage());
        GlomeraException other = assertThrows(GlomeraException.class,
                () -> draw(study, augmented(noise), "nobody", png));
        assertTrue(other.getMessage().contains("The case nobody has no prepared images"), other.getMessage());
    }
}
