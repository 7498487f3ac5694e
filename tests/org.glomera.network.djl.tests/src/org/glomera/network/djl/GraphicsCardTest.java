package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines with and without a card, as files in a folder that stands for the root of the file system. */
class GraphicsCardTest {

    private static final GraphicsCard.Machine NONE = new GraphicsCard.Machine(false, false, Optional.empty());
    private static final GraphicsCard.Machine UNDRIVEN = new GraphicsCard.Machine(true, false, Optional.empty());
    private static final GraphicsCard.Machine DRIVEN = new GraphicsCard.Machine(true, true,
            Optional.of("NVIDIA RTX A2000"));

    @Test
    void withoutACard_theReasonNamesTheMissingDevice() throws GlomeraException {
        GraphicsCard card = GraphicsCard.decide(DeviceChoice.AUTO, NONE, false, false);
        assertFalse(card.used());
        assertTrue(card.words().contains("there is no /dev/nvidia0"), card.words());
    }

    @Test
    void withoutADriver_itIsToBeInstalled() throws GlomeraException {
        GraphicsCard card = GraphicsCard.decide(DeviceChoice.AUTO, UNDRIVEN, true, false);
        assertTrue(card.words().contains("Install NVIDIA's driver"), card.words());
    }

    @Test
    void withTheProcessorsBuild_theReasonNamesTheCardAndTheVariable() throws GlomeraException {
        GraphicsCard card = GraphicsCard.decide(DeviceChoice.AUTO, DRIVEN, false, false);
        assertFalse(card.used());
        assertTrue(card.words().contains("NVIDIA RTX A2000"), card.words());
        assertTrue(card.words().contains("GLOMERA_PYTORCH"), card.words());
    }

    @Test
    void withABuildThatCannotUseTheCard_theDriverIsToBeUpdated() throws GlomeraException {
        String words = GraphicsCard.decide(DeviceChoice.AUTO, DRIVEN, true, false).words();
        assertTrue(words.contains("update it"), words);
    }

    @Test
    void aUsableCard_isUsed_unlessTheProcessorIsAskedFor() throws GlomeraException {
        assertTrue(GraphicsCard.decide(DeviceChoice.AUTO, DRIVEN, true, true).used());
        assertTrue(GraphicsCard.decide(DeviceChoice.GPU, DRIVEN, true, true).used());
        assertFalse(GraphicsCard.decide(DeviceChoice.CPU, DRIVEN, true, true).used());
    }

    @Test
    void aCardThatIsAskedForAndNotThere_isAFailureWithTheReason() {
        GlomeraException failure = assertThrows(GlomeraException.class,
                () -> GraphicsCard.decide(DeviceChoice.GPU, NONE, false, false));
        assertEquals(Kind.MISSING_COMPONENT, failure.kind());
        assertTrue(failure.getMessage().contains("/dev/nvidia0"), failure.getMessage());
    }

    @Test
    void aMachine_isReadFromTheSystemsFiles(@TempDir Path root) throws IOException {
        assertEquals(NONE, GraphicsCard.Machine.below(root));
        Path plugged = root.resolve("sys/bus/pci/devices/0000:01:00.0");
        Files.createDirectories(plugged);
        Files.writeString(plugged.resolve("vendor"), "0x10de\n");
        Files.writeString(plugged.resolve("class"), "0x040300\n");
        assertEquals(NONE, GraphicsCard.Machine.below(root), "the sound device of a card is no card");
        Files.writeString(plugged.resolve("class"), "0x030000\n");
        assertEquals(UNDRIVEN, GraphicsCard.Machine.below(root));
        Files.createDirectories(root.resolve("dev"));
        Files.createFile(root.resolve("dev/nvidia0"));
        Path names = root.resolve("proc/driver/nvidia/gpus/0000:01:00.0");
        Files.createDirectories(names);
        Files.writeString(names.resolve("information"), "Model: \t\t NVIDIA RTX A2000\nIRQ:   35\n");
        assertEquals(DRIVEN, GraphicsCard.Machine.below(root));
    }

    @Test
    void aChoice_isReadInEitherCase_andAnUnknownOneIsNamed() throws GlomeraException {
        assertEquals(DeviceChoice.AUTO, DeviceChoice.named(null));
        assertEquals(DeviceChoice.AUTO, DeviceChoice.named(" "));
        assertEquals(DeviceChoice.GPU, DeviceChoice.named(" GPU"));
        GlomeraException failure = assertThrows(GlomeraException.class, () -> DeviceChoice.named("cuda"));
        assertTrue(failure.getMessage().contains("'cuda'"), failure.getMessage());
    }
}
