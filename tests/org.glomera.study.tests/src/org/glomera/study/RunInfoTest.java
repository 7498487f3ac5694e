package org.glomera.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.junit.jupiter.api.Test;

/** What came later to {@code run.json} and is not there in older files. */
class RunInfoTest {

    private static RunInfo run() {
        return RunInfo.planned("network1", "Network 1", "standard", ImageGrid.CT, 1, 8, Instant.EPOCH);
    }

    private static RunInfo read(String json) throws GlomeraException {
        return StudyJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test", RunInfo.class);
    }

    @Test
    void runOnAllCasesFromRandomWeights_isWrittenAsBefore() throws GlomeraException {
        String text = StudyJson.toText(run());
        assertFalse(text.contains("cases") || text.contains("origin"), text);
        assertEquals(run(), read(text));
    }

    @Test
    void casesAndOrigin_comeBack() throws GlomeraException {
        RunInfo run = run().withCases(new RunCases(List.of("A", "B"), List.of("C"), List.of("C")))
                .withOrigin(new RunOrigin("network2", "ab".repeat(32), 8, List.of("conv1 (the source has no such layer)"),
                        List.of("Other images.")));
        assertEquals(run, read(StudyJson.toText(run)));
    }

    @Test
    void origin_namesTheLayersThatBeganAsUsual() {
        RunOrigin origin = new RunOrigin("network2", "ab".repeat(32), 8, List.of("conv1 (no such)", "conv2 (no such)"),
                List.of("Other images."));
        assertEquals(List.of("The training began with the weights of network2 (SHA-256 abababababab…): 8 of 10 layers were"
                + " taken; these did not fit and began as usual: conv1 (no such); conv2 (no such).", "Other images."),
                origin.inWords());
        assertTrue(RunOrigin.RANDOM.inWords().isEmpty());
    }
}
