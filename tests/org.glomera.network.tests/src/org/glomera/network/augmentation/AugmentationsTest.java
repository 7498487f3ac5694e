package org.glomera.network.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.Channel;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;

class AugmentationsTest {

    private final Augmentations program = ProgramAugmentations.read();

    private String problem(AugmentationSetting... settings) {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> program.augmenter(List.of(settings)));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertEquals(refused.getMessage(), program.problems(List.of(settings)).get(0));
        return refused.getMessage();
    }

    @Test
    void theProgram_bringsSevenThatAreDeclaredWithRangesAndDefaults() throws GlomeraException {
        assertEquals(List.of("hu-shift", "mirroring", "noise", "rotation", "sharpening", "smoothing", "translation"),
                program.infos().stream().map(AugmentationInfo::id).toList());
        List<AugmentationSetting> suggested = program.infos().stream().map(AugmentationInfo::suggested).toList();
        assertEquals(List.of(), program.problems(suggested));
        assertFalse(program.augmenter(suggested).isEmpty());
        assertTrue(program.infos().stream().noneMatch(info -> info.description().isBlank()));
    }

    @Test
    void anIdThatIsNotKnown_isSaidWithThoseThatAre() {
        assertEquals("The augmentation 'nose' is not known. Known are: hu-shift, mirroring, noise, rotation, sharpening,"
                + " smoothing, translation. Use one of these, or install the plug-in that brings it.",
                problem(new AugmentationSetting("nose", 1, Map.of())));
    }

    @Test
    void aParameterThatIsNotDeclared_isSaidWithThoseThatAre() {
        assertEquals("The augmentation 'noise' has no parameter 'sd'; it has sdHu, spectPercent.",
                problem(new AugmentationSetting("noise", 1, Map.of("sd", 20.0))));
        assertEquals("The augmentation 'mirroring' has no parameter 'axis'; it has none.",
                problem(new AugmentationSetting("mirroring", 1, Map.of("axis", 0.0))));
    }

    @Test
    void aValueOutOfItsRange_isSaidWithTheRangeAndItsUnit() {
        assertEquals("In the augmentation 'noise' 'sdHu' is 0 to 500 HU, not -1.",
                problem(new AugmentationSetting("noise", 1, Map.of("sdHu", -1.0))));
        assertEquals("In the augmentation 'rotation' 'largestDegrees' is 0 to 180 degrees, not 180.5.",
                problem(new AugmentationSetting("rotation", 1, Map.of("largestDegrees", 180.5))));
    }

    @Test
    void theSameAugmentationTwice_isRefused() {
        AugmentationSetting noise = new AugmentationSetting("noise", 0.5, Map.of());
        assertEquals("The augmentation 'noise' is listed twice; keep one of them.", problem(noise, noise));
    }

    @Test
    void aSetting_refusesWhatIsNoProbabilityAndNoNumber() {
        for (double wrong : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new AugmentationSetting("noise", wrong, Map.of()));
        }
        assertThrows(IllegalArgumentException.class,
                () -> new AugmentationSetting("noise", 1, Map.of("sdHu", Double.POSITIVE_INFINITY)));
        assertThrows(IllegalArgumentException.class, () -> new AugmentationSetting(" ", 1, Map.of()));
    }

    @Test
    void aSettingsJson_isShortAndGivesItBack() throws GlomeraException {
        AugmentationSetting noise = new AugmentationSetting("noise", 0.5, Map.of("sdHu", 20.0));
        assertEquals(noise, StudyJson.convert(StudyJson.toTree(noise), "test", AugmentationSetting.class));
        AugmentationSetting plain = new AugmentationSetting("noise", 0.5, Map.of());
        assertFalse(StudyJson.toTree(plain).has("parameters"));
        assertEquals(plain, StudyJson.convert(StudyJson.toTree(plain), "test", AugmentationSetting.class));
    }

    @Test
    void parameters_areAboutTheImagesThatTheNetworkSees() {
        Map<String, AugmentationInfo> infos = new TreeMap<>();
        program.infos().forEach(info -> infos.put(info.id(), info));
        assertTrue(infos.get("hu-shift").isFor(List.of(Channel.SPECT, Channel.CT)));
        assertFalse(infos.get("hu-shift").isFor(List.of(Channel.SPECT)));
        assertTrue(infos.get("mirroring").isFor(List.of(Channel.SPECT)));
        assertEquals(List.of("sdHu"), infos.get("noise").parameters().stream().filter(one -> one.isAbout(Channel.CT))
                .map(AugmentationParameter::name).toList());
    }

    @Test
    void aDeclarationThatIsWrong_saysWhat() {
        String range = assertThrows(IllegalArgumentException.class, () -> AugmentationParameter.of(
                Map.of("name", "sd", "lowest", "0", "highest", "5", "default", "6"))).getMessage();
        assertEquals("the parameter 'sd' has the range 0.0 to 5.0 and the default 6.0", range);
        String number = assertThrows(IllegalArgumentException.class, () -> AugmentationParameter.of(
                Map.of("name", "sd", "lowest", "none", "highest", "5", "default", "6"))).getMessage();
        assertEquals("the 'lowest' of the parameter 'sd' is 'none', which is no number", number);
    }
}
