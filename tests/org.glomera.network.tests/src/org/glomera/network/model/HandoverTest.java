package org.glomera.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.study.RunCases;
import org.glomera.study.RunInfo;
import org.glomera.study.RunOrigin;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void writeRun() throws GlomeraException, IOException {
        run = folder.resolve("network1");
        ModelSamples.write(run);
        StudyJson.write(run.resolve("run.json"), ModelSamples.run()
                .withCases(new RunCases(List.of("LU007", "LU003"), List.of("LU011"), List.of()))
                .withOrigin(new RunOrigin("/home/anna/studies/first/runs/network9", "ab", 4, List.of(), List.of())));
        Files.createDirectories(run.resolve("segmentations"));
        Files.writeString(run.resolve("segmentations/TE001.nii.gz"), "image");
        Files.writeString(run.resolve("progress.json"), "{}");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void zip_isReadBackAsTheSameNetwork_andHoldsNothingElse() throws Exception {
        Path zip = folder.resolve("ours.zip");
        Handover.write(run, zip, Handover.Options.USUAL);
        Path back = ModelZip.unpack(zip);
        assertEquals(List.of("CARD.md", "curve.csv", "model.json", "run.json", "weights.safetensors"), names(back));
        assertEquals(-1, Files.mismatch(run.resolve(ModelFolder.WEIGHTS), back.resolve(ModelFolder.WEIGHTS)));
        ModelCard card = ModelFolder.readCard(back);
        assertEquals(ModelSamples.WEIGHTS.shapes(), ModelFolder.readWeights(back, card, ModelSamples.GRAPH).shapes());
        assertTrue(Files.readString(back.resolve("CARD.md")).startsWith("# Hybrid network\n"));
    }

    @Test
    void zipOfTheSameRun_hasTheSameBytes() throws Exception {
        Handover.write(run, folder.resolve("a/net.zip"), Handover.Options.USUAL);
        Handover.write(run, folder.resolve("b/net.zip"), Handover.Options.USUAL);
        assertEquals(-1, Files.mismatch(folder.resolve("a/net.zip"), folder.resolve("b/net.zip")));
    }

    @Test
    void nothingThatIsHandedOn_namesACaseOrAFolderOfTheMachine() throws Exception {
        Path to = folder.resolve("out");
        Handover.write(run, to, Handover.Options.USUAL);
        for (String file : List.of("model.json", "run.json", "CARD.md", "curve.csv")) {
            String text = Files.readString(to.resolve(file));
            for (String word : List.of("LU0", "TE0", "anna", "/home")) {
                assertFalse(text.contains(word), file + " has " + word + ": " + text);
            }
        }
    }

    /** In the order of their smallest digests: LU009, LU010 and LU011 have none, then LU007 b1, LU003 c1, TE001 d1. */
    @Test
    void casesHaveNumbersByTheirDigests_andTheDigestsStay() throws Exception {
        Path to = folder.resolve("out");
        Handover.write(run, to, Handover.Options.USUAL);
        assertEquals(Map.of("cases/case0004/ct.nii.gz", "b1", "cases/case0004/spect.nii.gz", "b2",
                "cases/case0005/ct.nii.gz", "c1"), ModelFolder.readCard(to).trainingData());
        RunInfo handed = StudyJson.read(to.resolve("run.json"), RunInfo.class);
        assertEquals(Map.of("cases/case0004/ct.nii.gz", "b1", "cases/case0006/ct.nii.gz", "d1"), handed.inputHashes());
        assertEquals("case0001", handed.excluded().get(0).caseId());
        assertEquals("The left kidney of case0001 is not delineated.", handed.excluded().get(0).reason());
        assertEquals(List.of("case0004", "case0005"), handed.cases().training());
        assertEquals(List.of("case0003"), handed.cases().validation());
        assertEquals("network9", handed.origin().source());
        assertEquals(ModelSamples.run().updated(), handed.updated());
    }

    @Test
    void caseNames_stayWhenAskedFor() throws Exception {
        Path to = folder.resolve("phantoms");
        Handover.write(run, to, new Handover.Options("phantom-hybrid", true));
        assertEquals(ModelSamples.card().trainingData(), ModelFolder.readCard(to).trainingData());
        assertTrue(Files.readString(to.resolve("CARD.md")).contains("Id `phantom-hybrid`."));
    }

    @Test
    void folder_isRefreshedAndItsNotesStay() throws Exception {
        Path to = folder.resolve("out");
        Handover.write(run, to, Handover.Options.USUAL);
        Files.writeString(to.resolve("CARD.md"), "# Old\n\n## Notes\n\nOurs.\n");
        Files.writeString(to.resolve("mine.txt"), "kept");
        Handover.write(run, to, Handover.Options.USUAL);
        String card = Files.readString(to.resolve("CARD.md"));
        assertTrue(card.startsWith("# Hybrid network\n") && card.endsWith("\n## Notes\n\nOurs.\n"), card);
        assertTrue(Files.exists(to.resolve("mine.txt")));
    }

    @Test
    void ownFolderAndOtherKindsOfFile_areRefused() throws Exception {
        Files.writeString(folder.resolve("file"), "x");
        Files.createDirectories(folder.resolve("folder.zip"));
        for (String to : List.of("network1", "file", "folder.zip")) {
            GlomeraException refused = assertThrows(GlomeraException.class,
                    () -> Handover.write(run, folder.resolve(to), Handover.Options.USUAL));
            assertEquals(Kind.CONFIGURATION, refused.kind(), to);
            assertTrue(refused.getMessage().contains("'" + folder.resolve(to) + "'"), refused.getMessage());
        }
    }

    @FunctionalInterface
    private interface Packing {
        void pack(ZipOutputStream zip) throws IOException;
    }

    private void assertRefused(String words, Packing packing) throws IOException {
        Path zip = folder.resolve("hostile.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream packed = new ZipOutputStream(out)) {
            packing.pack(packed);
        }
        assertRefused(words, zip);
    }

    private static void assertRefused(String words, Path zip) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = unpacked(temporary);
        GlomeraException refused = assertThrows(GlomeraException.class, () -> ModelZip.unpack(zip));
        assertEquals(Kind.INPUT, refused.kind(), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertTrue(refused.getMessage().contains("'" + zip + "'"), refused.getMessage());
        assertEquals(before, unpacked(temporary), "nothing stays of a file that was refused");
    }

    private static long unpacked(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("glomera-model-")).count();
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void zeros(ZipOutputStream zip, String name, int mebibytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < mebibytes; i++) {
            zip.write(block);
        }
        zip.closeEntry();
    }

    @Test
    void hostileZipFiles_areRefusedInWords() throws Exception {
        assertRefused("no weights.safetensors", zip -> entry(zip, "n/model.json", "{}"));
        assertRefused("no model.json", zip -> entry(zip, "weights.safetensors", ""));
        assertRefused("no model.json", zip -> entry(zip, "a/b/model.json", "{}"));
        assertRefused("more than one network", zip -> {
            entry(zip, "a/model.json", "{}");
            entry(zip, "b/model.json", "{}");
        });
        for (String name : List.of("../model.json", "n/../../model.json", "/etc/model.json", "..\\model.json",
                "C:\\model.json", "../../other.txt")) {
            assertRefused("leads out of its folder", zip -> entry(zip, name, "{}"));
        }
        assertRefused("more than 64 entries", zip -> {
            for (int i = 0; i < 70; i++) {
                entry(zip, "n/f" + i, "");
            }
        });
    }

    /** Zeros shrink to a thousandth: 17 MiB of text, and 80 MiB of weights in a file of 0.1 MiB, are traps. */
    @Test
    void zipBombs_areRefusedBeforeTheyFillTheDisk() throws Exception {
        assertRefused("model.json is larger than 16 MiB", zip -> zeros(zip, "model.json", 17));
        assertRefused("no part of a network is larger than 16 MiB", zip -> zeros(zip, "n/readme.txt", 17));
        assertRefused("weights.safetensors is larger than 65 MiB", zip -> zeros(zip, "weights.safetensors", 80));
    }

    @Test
    void otherFiles_areNoZipFile() throws Exception {
        assertRefused("no zip file", Files.writeString(folder.resolve("text.zip"), "no zip"));
        assertRefused("no zip file", Files.writeString(folder.resolve("empty.zip"), ""));
        assertRefused("no zip file", run.resolve(ModelFolder.WEIGHTS));
    }

    @Test
    void zipThatWasCutShort_isRefusedWhereverItWasCut() throws Exception {
        Path zip = folder.resolve("whole.zip");
        Handover.write(run, zip, Handover.Options.USUAL);
        byte[] bytes = Files.readAllBytes(zip);
        int weightsEnd = 0;
        for (int length = 0; length < bytes.length; length += bytes.length / 60) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, length));
            try {
                // what is cut behind the weights costs curve and run, and the network is still whole
                Path back = ModelZip.unpack(cut);
                assertEquals(-1, Files.mismatch(run.resolve(ModelFolder.WEIGHTS), back.resolve(ModelFolder.WEIGHTS)));
                weightsEnd = weightsEnd == 0 ? length : weightsEnd;
            } catch (GlomeraException refused) {
                assertEquals(Kind.INPUT, refused.kind(), refused.getMessage());
            }
        }
        assertTrue(weightsEnd > bytes.length / 2, "cut before the end of the weights at " + weightsEnd);
    }
}
