package org.glomera.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.study.RunPreview.Epoch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a training leaves for people to watch it. */
class RunPreviewTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private StudyFolder study;

    @BeforeEach
    void create() throws GlomeraException {
        study = StudyFolder.create(folder.resolve("study"), "Study");
    }

    private static Epoch epoch(int number) {
        return new Epoch(number, 0.5, Double.NaN, NOON);
    }

    @Test
    void preview_isReadAsItWasWritten_andIsAbsentBefore() throws GlomeraException {
        assertEquals(Optional.empty(), RunPreview.read(study, "n"));
        RunPreview preview = RunPreview.of("e1", ImageGrid.SPECT).withEpochs(List.of(epoch(1), epoch(4)));
        preview.write(study, "n");
        assertEquals(Optional.of(preview), RunPreview.read(study, "n"));
        assertTrue(RunPreview.labelMap(study, "n", 4).endsWith("runs/n/preview/epoch-0004.nii.gz"));
    }

    @Test
    void writing_removesTheLabelMapsThatAreNotNamed_andNothingElse() throws Exception {
        Files.createDirectories(RunPreview.folder(study, "n"));
        for (int number : List.of(1, 2, 12345)) {
            Files.writeString(RunPreview.labelMap(study, "n", number), "");
        }
        Path notes = Files.writeString(RunPreview.folder(study, "n").resolve("notes.txt"), "mine");
        RunPreview.of("e1", ImageGrid.CT).withEpochs(List.of(epoch(2))).write(study, "n");
        assertTrue(Files.exists(RunPreview.labelMap(study, "n", 2)));
        assertFalse(Files.exists(RunPreview.labelMap(study, "n", 1)));
        assertFalse(Files.exists(RunPreview.labelMap(study, "n", 12345)));
        assertTrue(Files.exists(notes));
    }

    @Test
    void valuesThatMakeNoPreview_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Epoch(0, 0.5, 0.5, NOON));
        assertThrows(IllegalArgumentException.class, () -> new Epoch(1, 1.5, 0.5, NOON));
        RunPreview empty = RunPreview.of("e1", ImageGrid.CT);
        assertThrows(IllegalArgumentException.class, () -> empty.withEpochs(List.of(epoch(2), epoch(2))));
        assertThrows(IllegalArgumentException.class, () -> empty.withEpochs(IntStream.rangeClosed(1, 41)
                .mapToObj(RunPreviewTest::epoch).toList()));
        assertThrows(IllegalArgumentException.class, () -> RunPreview.of("../e1", ImageGrid.CT));
        assertThrows(IllegalArgumentException.class, () -> new RunPreview(2, "e1", ImageGrid.CT, List.of(), ""));
    }

    @Test
    void hostileFile_isRefusedWithItsName() throws Exception {
        Files.createDirectories(RunPreview.folder(study, "n"));
        Files.writeString(RunPreview.folder(study, "n").resolve("preview.json"), "{\"format\": 1, \"caseId\": \"../../x\","
                + " \"grid\": \"ct\", \"epochs\": [], \"remark\": \"\"}");
        GlomeraException refused = assertThrows(GlomeraException.class, () -> RunPreview.read(study, "n"));
        assertTrue(refused.getMessage().contains("preview.json"), refused.getMessage());
        assertThrows(GlomeraException.class, () -> RunPreview.read(study, "../n"));
    }

    @Test
    void progress_isReadAsItWasWritten_andRefusesWhatCannotBe() throws GlomeraException {
        assertEquals(Optional.empty(), RunProgress.read(study, "n"));
        RunProgress progress = new RunProgress(2, 4, 15, 40, Double.NaN, 0.02, Double.NaN, NOON);
        progress.write(study, "n");
        assertEquals(Optional.of(progress), RunProgress.read(study, "n"));
        assertThrows(IllegalArgumentException.class, () -> new RunProgress(5, 4, 15, 40, 0.5, 0.02, 1, NOON));
        assertThrows(IllegalArgumentException.class, () -> new RunProgress(2, 4, 41, 40, 0.5, 0.02, 1, NOON));
        assertThrows(IllegalArgumentException.class, () -> new RunProgress(2, 4, 15, 40, 0.5, 0.02, -1, NOON));
    }
}
