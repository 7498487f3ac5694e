package org.glomera.rcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second start of the workbench hands its studies to the first. */
class HandOverTest {

    @TempDir
    Path data;

    @Test
    void receive_givesWhatWasSent_once() {
        HandOver.in(data).send(List.of(Path.of("/studies/a"), Path.of("/studies/b")));
        HandOver.in(data).send(List.of(Path.of("/studies/c")));
        HandOver first = HandOver.in(data);
        HandOver.Received received = first.receive();
        assertTrue(received.any());
        assertEquals(Set.of(Path.of("/studies/a"), Path.of("/studies/b"), Path.of("/studies/c")),
                Set.copyOf(received.studies()));
        assertFalse(first.receive().any());
    }

    @Test
    void receive_tellsOfAStartWithoutAStudy() {
        HandOver.in(data).send(List.of());
        HandOver.Received received = HandOver.in(data).receive();
        assertTrue(received.any());
        assertEquals(List.of(), received.studies());
    }

    @Test
    void receive_passesOverAFileThatIsTooLong() throws Exception {
        HandOver.in(data).send(List.of(Path.of("/studies/a")));
        Files.write(data.resolve(".handover").resolve("x.open"), new byte[100_000]);
        assertEquals(List.of(Path.of("/studies/a")), HandOver.in(data).receive().studies());
    }

    @Test
    void receive_findsNothingInANewDataFolder() {
        assertFalse(HandOver.in(data).receive().any());
    }
}
