package org.glomera.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.file.Digests;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.ContourRasteriser;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.RtStructReader;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.StructureSet;
import org.glomera.dicom.pixelmed.PixelmedToolkit;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.image.nifti.NiftiFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomCohortTest {

    private static final PhantomSpec SPEC = TestSpecs.with(2, 1, 1, 1, 1, 1, 1,
            new SpectSampling(60, 60, 48, 6.4, 6.4, 7, 12, 6, 5, 1200));

    @TempDir
    private static Path sharedFolder;
    /** The cohort, written once by two threads; no test changes it. */
    private static Path cohort;

    private final DicomToolkit toolkit = new PixelmedToolkit();

    @TempDir
    private Path temporary;

    @BeforeAll
    static void writeCohort() throws GlomeraException {
        cohort = sharedFolder.resolve("cohort");
        new PhantomCohort(new PixelmedToolkit(), 2).write(SPEC, cohort, new NullProgressMonitor());
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), Digests.sha256(file));
            }
        }
        return digests;
    }

    @Test
    void write_givesTheSameBytesWhateverTheNumberOfThreads() throws Exception {
        Path one = temporary.resolve("one");
        new PhantomCohort(toolkit, 1).write(SPEC, one, new NullProgressMonitor());
        assertEquals(digests(cohort), digests(one));
    }

    @Test
    void write_bringsThePatientThroughTheReaders() throws Exception {
        Path folder = cohort;
        PhantomPatient patient = PhantomCohort.patient(SPEC, 0);
        Discovery found = new DicomDiscovery(toolkit).discover(folder.resolve("dicom/LU001"), new NullProgressMonitor());
        assertEquals(List.of(), found.leftOut());
        DicomSeries ct = found.ofModality("CT").get(0);
        Volume hu = new CtReader(toolkit).read(ct, new NullProgressMonitor()).volume();
        assertArrayEquals(patient.ct().values(), hu.values());
        assertTrue(hu.grid().isSameAs(patient.ct().grid(), 1e-3));
        Volume spect = new NmReader(toolkit).read(found.ofModality("NM").get(0), SpectRules.asStored(),
                new NullProgressMonitor()).volume();
        float[] expected = patient.spect().orElseThrow().image().values();
        float largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, value);
        }
        // stored as whole numbers to 65535: half a step at most, and single precision
        assertArrayEquals(expected, spect.values(), largest / 65535 * 0.51f);
        assertDelineation(folder.resolve("dicom/LU001/kidneys_ct.dcm"), patient.manualKidneysCt(), ct);
        assertDelineation(folder.resolve("dicom/LU001/kidneys_spect.dcm"),
                patient.spect().orElseThrow().manualKidneys(), found.ofModality("NM").get(0));
    }

    private void assertDelineation(Path file, LabelMap expected, DicomSeries image) throws GlomeraException {
        StructureSet set = new RtStructReader(toolkit).read(file);
        assertEquals(List.of(image.seriesInstanceUid()), set.referencedSeriesUids());
        LabelMap read = ContourRasteriser.rasterise(set, KidneyStructures.COMMON_NAMES.require(set), expected.grid());
        assertArrayEquals(expected.labels(), read.labels());
    }

    @Test
    void write_keepsTheTruthBeside() throws Exception {
        Path folder = cohort;
        assertEquals("""
                patient,role
                LU001,training
                LU002,training
                CT001,training
                TE001,test
                UN001,training
                """, Files.readString(folder.resolve("cohort.csv")));
        PhantomPatient patient = PhantomCohort.patient(SPEC, 3);
        JsonNode truth = new ObjectMapper().readTree(folder.resolve("truth/TE001/truth.json").toFile());
        assertEquals("TE001", truth.path("patient").asText());
        KidneyTruth right = patient.truth().kidneys().get(0);
        JsonNode written = truth.path("kidneys").path(0);
        assertEquals("RIGHT", written.path("side").asText());
        assertEquals(right.volumeMl(), written.path("volumeMl").asDouble(), 1e-9);
        assertEquals(right.shiftMm().z(), written.path("shiftMm").path("z").asDouble(), 1e-9);
        LabelMap mask = NiftiFiles.readLabelMap(folder.resolve("truth/TE001/kidneys_ct.nii.gz"));
        assertEquals(patient.trueKidneysCt().count(Side.LEFT), mask.count(Side.LEFT));
        assertFalse(Files.exists(folder.resolve("truth/CT001/kidneys_spect.nii.gz")));
        assertFalse(Files.exists(folder.resolve("dicom/CT001/spect.dcm")));
    }

    @Test
    void write_leavesOutTheMissingVoi() throws Exception {
        Path folder = cohort;
        StructureSet set = new RtStructReader(toolkit).read(folder.resolve("dicom/UN001/kidneys_ct.dcm"));
        assertTrue(KidneyStructures.COMMON_NAMES.find(set, Side.RIGHT).isPresent());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set, Side.LEFT).isEmpty());
    }

    @Test
    void isWritten_knowsItsOwnCohortOnly() throws Exception {
        Path folder = cohort;
        assertTrue(PhantomCohort.isWritten(SPEC, folder));
        assertFalse(PhantomCohort.isWritten(SPEC.withSeed(5), folder));
        assertFalse(PhantomCohort.isWritten(SPEC, temporary.resolve("nothing")));
    }

    @Test
    void write_refusesAFolderThatHoldsSomethingElse() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("full"));
        Files.writeString(folder.resolve("precious.txt"), "keep me");
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> new PhantomCohort(toolkit).write(SPEC, folder, new NullProgressMonitor()));
        assertTrue(refused.getMessage().contains("full"));
        assertEquals("keep me", Files.readString(folder.resolve("precious.txt")));
    }

    @Test
    void write_thatIsCanceledLeavesNothingThatLooksFinishedAndGoesOnLater() throws Exception {
        Path folder = temporary.resolve("cohort");
        Path firstPatient = temporary.resolve(".cohort.part/truth/LU001/truth.json");
        NullProgressMonitor canceledAfterOne = new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return Files.exists(firstPatient);
            }
        };
        assertThrows(OperationCanceledException.class,
                () -> new PhantomCohort(toolkit, 1).write(SPEC, folder, canceledAfterOne));
        assertFalse(Files.exists(folder));
        PhantomReport report = new PhantomCohort(toolkit, 1).write(SPEC, folder, new NullProgressMonitor());
        assertTrue(report.resumed() >= 1, "what was finished is kept");
        assertTrue(report.resumed() < 5);
        assertEquals(digests(cohort), digests(folder));
    }

    @Test
    void write_doesNotTakeUpAnotherCohort() throws Exception {
        Path beside = Files.createDirectories(temporary.resolve(".small.part/truth/LU001"));
        Files.writeString(beside.resolve("truth.json"), "{}");
        PhantomSpec small = TestSpecs.with(1, 0, 0, 0, 0, 0, 1, SPEC.spect());
        PhantomReport report = new PhantomCohort(toolkit, 1).write(small, temporary.resolve("small"),
                new NullProgressMonitor());
        assertEquals(0, report.resumed());
        assertFalse(Files.exists(temporary.resolve(".small.part")));
    }

    @Test
    void write_saysThatTheFolderCannotBeWritten() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> new PhantomCohort(toolkit).write(SPEC, file.resolve("cohort"), new NullProgressMonitor()));
        assertEquals(GlomeraException.Kind.RESOURCES, refused.kind());
    }
}
