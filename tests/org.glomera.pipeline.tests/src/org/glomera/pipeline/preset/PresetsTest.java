package org.glomera.pipeline.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {

    @TempDir
    Path folder;

    @Test
    void everyPreset_hasThreeNetworksAndFifteenTestCases() throws GlomeraException {
        for (String name : Presets.names()) {
            Preset preset = Presets.load(name);
            assertEquals(name, preset.name());
            assertEquals(List.of("network1", "network2", "network3"),
                    preset.networks().stream().map(NetworkPreset::name).toList());
            assertEquals(15, preset.testCases());
        }
    }

    @Test
    void thesis_isTheReferenceStudyAtFullSize() throws GlomeraException {
        for (NetworkPreset network : Presets.load("thesis").networks()) {
            assertEquals(List.of(128, 128, 128), network.inputSize());
            assertEquals(32, network.filters());
            assertEquals(4, network.levels());
        }
    }

    @Test
    void unknownName_isRefusedWithTheNamesThatAreKnown() {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Presets.load("demoo"));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains("'demoo'") && refused.getMessage().contains("demo or thesis"),
                refused.getMessage());
    }

    @Test
    void missingFile_isNamed() {
        Path missing = folder.resolve("mine.json");
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Presets.load(missing.toString()));
        assertTrue(refused.getMessage().contains(missing.toString()), refused.getMessage());
    }

    @Test
    void unknownSetting_isNamed() throws Exception {
        Path mine = folder.resolve("mine.json");
        String json = new String(Presets.class.getResourceAsStream("/presets/demo.json").readAllBytes());
        Files.writeString(mine, json.replaceFirst("\"filters\"", "\"filtres\": 8, \"filters\""));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Presets.load(mine.toString()));
        assertTrue(refused.getMessage().contains("\"filtres\""), refused.getMessage());
    }

    @Test
    void missingNumber_isNamedAndNotTakenAsZero() throws Exception {
        Path mine = folder.resolve("mine.json");
        String json = new String(Presets.class.getResourceAsStream("/presets/demo.json").readAllBytes());
        Files.writeString(mine, json.replaceFirst("\"momentum\" *: *[0-9.]+,", ""));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Presets.load(mine.toString()));
        assertTrue(refused.getMessage().contains("momentum"), refused.getMessage());
    }

    @Test
    void otherSeed_reachesPhantomsAndTrainings() throws GlomeraException {
        Preset other = Presets.load("demo").withSeed(7);
        assertEquals(7, other.cohort().seed());
        assertTrue(other.networks().stream().allMatch(network -> network.training().seed() == 7));
    }

    @Test
    void impossibleValue_isExplained() throws Exception {
        Path mine = folder.resolve("mine.json");
        String json = new String(Presets.class.getResourceAsStream("/presets/demo.json").readAllBytes());
        Files.writeString(mine, json.replaceFirst("\"levels\" *: *\\d+", "\"levels\": 6"));
        // 48 is no multiple of 2^6 = 64
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Presets.load(mine.toString()));
        assertTrue(refused.getMessage().contains("a multiple of 64"), refused.getMessage());
    }

    @Test
    void foldAndStart_areRecordedAndNotWrittenWhereThereAreNone() throws GlomeraException {
        NetworkPreset network = Presets.load("demo").networks().get(0);
        String plain = StudyJson.toText(network);
        for (String later : List.of("fold", "validationShare", "startFrom", "none")) {
            assertFalse(plain.contains(later), plain);
        }
        NetworkPreset fold = network.withFolds(5).withValidationShare(0.2).withStart("network2", "ab".repeat(32)).runs()
                .get(1);
        assertEquals(new Fold(2, 5, network.training().seed()), fold.fold());
        assertEquals(fold, StudyJson.convert(StudyJson.toTree(fold), "test", NetworkPreset.class));
        assertEquals("network1_fold2", fold.runName());
        assertEquals("Network 1, fold 2 of 5: hybrid, SPECT and CT", fold.runTitle());
        assertEquals("network1", network.runName());
        assertEquals(network.title(), network.runTitle());
    }
}
