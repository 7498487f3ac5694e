package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtDescription;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.NmDescription;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.StudyIdentity;
import org.glomera.dicom.Uids;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;
import org.glomera.pipeline.testing.TestComponents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmenting DICOM images, and writing the kidneys as DICOM that belongs to them. */
class SegmentDicomTest {

    private static final String PATIENT = "P-17";
    private static final String NAME = "Nobody^Test";

    private final Grid grid = BrightPhantom.GRID;
    private final DicomToolkit toolkit = new TestComponents().dicomToolkit();

    @TempDir
    Path folder;

    private StudyIdentity study(String frame) {
        return new StudyIdentity(PATIENT, NAME, Uids.derived("segment test", "study"), Uids.derived("segment test", frame),
                LocalDateTime.of(2024, 2, 29, 13, 5), "A study");
    }

    private Path ct(String name, Volume ct) throws GlomeraException {
        return new DicomWriter(toolkit).writeCt(folder.resolve("images").resolve(name), ct, study("frame"),
                new CtDescription(2, "CT " + name, 120, 40, "B08s", ""), new NullProgressMonitor()).files().get(0)
                .getParent();
    }

    /** The bright boxes as 8000 Bq/ml in 1000, on a grid half as fine. */
    private Path spect(Grid on) throws GlomeraException {
        Volume bright = BrightPhantom.phantom(grid);
        Grid coarse = on.withSize(24, 20, 18);
        float[] values = new float[coarse.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            int x = 2 * (i % 24);
            int y = 2 * (i / 24 % 20);
            int z = 2 * (i / 24 / 20);
            float hu = bright.at(x, y, z);
            values[i] = hu > 100 ? 8000 : hu > -100 ? 1000 : 0;
        }
        return new DicomWriter(toolkit).writeNm(folder.resolve("images/spect.dcm"),
                new Volume(coarse, Quantity.ACTIVITY_CONCENTRATION, values), study("frame"),
                new NmDescription(3, "SPECT", 1, 7400), new NullProgressMonitor()).files().get(0);
    }

    private Path model(boolean hybrid) throws GlomeraException {
        return BrightPhantom.model(folder.resolve(hybrid ? "hybrid" : "standard"), hybrid, BrightPhantom.fieldOf(grid), 1);
    }

    private static SegmentResult segment(Path image, Path model, Outputs outputs) throws GlomeraException {
        return BrightPhantom.services().segment().run(new SegmentRequest(List.of(model), new Images(List.of(image),
                Optional.empty(), 0, SpectRules.asStored()), new Windowing.ByCard(), outputs), new NullProgressMonitor());
    }

    private Outputs everyKind() {
        return Outputs.ofLabelMap(folder.resolve("out.nii.gz")).withSeg(folder.resolve("out.seg.dcm"))
                .withRtStruct(folder.resolve("out.rtstruct.dcm"));
    }

    private void assertSameVoxels(Path dicom, LabelMap expected) throws GlomeraException {
        LabelMap read = new DrawnKidneysReader(toolkit).read(dicom).onto(expected.grid(),
                KidneyStructures.COMMON_NAMES, new NullProgressMonitor()).kidneys();
        assertArrayEquals(expected.labels(), read.labels(), dicom.getFileName().toString());
    }

    @Test
    void segAndRtStruct_holdTheVoxelsOfTheLabelMap() throws GlomeraException {
        SegmentResult result = segment(ct("ct", BrightPhantom.phantom(grid)), model(false), everyKind());
        assertTrue(result.volumeMl().get(Side.RIGHT) > 100 && result.volumeMl().get(Side.LEFT) > 100, result.toString());
        LabelMap written = NiftiFiles.readLabelMap(folder.resolve("out.nii.gz"));
        assertSameVoxels(folder.resolve("out.seg.dcm"), written);
        assertSameVoxels(folder.resolve("out.rtstruct.dcm"), written);
    }

    /** Turned by 20 degrees about z and 10 about x: neither rows nor slices follow the patient's axes. */
    @Test
    void obliqueImage_givesTheSameSidesInEveryKindOfFile() throws GlomeraException {
        double a = Math.toRadians(20);
        double b = Math.toRadians(10);
        Vector3 x = new Vector3(Math.cos(a), Math.sin(a), 0);
        Vector3 y = new Vector3(-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b));
        Vector3 z = new Vector3(Math.sin(a) * Math.sin(b), -Math.cos(a) * Math.sin(b), Math.cos(b));
        Grid oblique = new Grid(grid.nx(), grid.ny(), grid.nz(), new Affine3(x.times(6), y.times(7), z.times(8),
                new Vector3(-120, -150, -100)));
        Volume turned = new Volume(oblique, Quantity.HOUNSFIELD, BrightPhantom.phantom(grid).values());
        segment(ct("oblique", turned), model(false), everyKind());
        LabelMap written = NiftiFiles.readLabelMap(folder.resolve("out.nii.gz"));
        assertEquals(Side.RIGHT.label(), written.at(13, 19, 18));
        assertEquals(Side.LEFT.label(), written.at(33, 19, 18));
        assertSameVoxels(folder.resolve("out.seg.dcm"), written);
        assertSameVoxels(folder.resolve("out.rtstruct.dcm"), written);
    }

    @Test
    void dicomResults_belongToPatientStudyAndFrameOfTheImage() throws GlomeraException {
        Path ct = ct("ct", BrightPhantom.phantom(grid));
        segment(ct, model(false), everyKind());
        for (String name : List.of("out.seg.dcm", "out.rtstruct.dcm")) {
            DataSet header = toolkit.read(folder.resolve(name), ReadExtent.HEADER);
            assertEquals(PATIENT, header.text(Tag.PATIENT_ID).orElseThrow(), name);
            assertEquals(NAME, header.text(Tag.PATIENT_NAME).orElseThrow(), name);
            assertEquals(study("frame").studyInstanceUid(), header.text(Tag.STUDY_INSTANCE_UID).orElseThrow(), name);
            assertEquals(study("frame").frameOfReferenceUid(), header.text(Tag.FRAME_OF_REFERENCE_UID).orElseThrow(), name);
        }
        DataSet image = toolkit.read(ct.resolve("0001.dcm"), ReadExtent.HEADER);
        assertEquals(List.of(image.text(Tag.SERIES_INSTANCE_UID).orElseThrow()),
                new DrawnKidneysReader(toolkit).read(folder.resolve("out.seg.dcm")).referencedSeriesUids());
    }

    @Test
    void json_namesNobody() throws GlomeraException, IOException {
        Path json = folder.resolve("out.json");
        segment(ct("ct", BrightPhantom.phantom(grid)), model(false), everyKind().withJson(json));
        String text = Files.readString(json);
        assertFalse(text.contains(PATIENT) || text.contains("Nobody") || text.contains(study("frame").studyInstanceUid()),
                text);
        assertTrue(text.contains("\"seg\" : \"out.seg.dcm\""), text);
    }

    @Test
    void dciodvfy_findsNoError() throws GlomeraException, IOException, InterruptedException {
        assumeTrue(dciodvfy(folder).isPresent(), "dciodvfy (Debian's dicom3tools) is not installed.");
        segment(ct("ct", BrightPhantom.phantom(grid)), model(false), everyKind());
        for (String name : List.of("out.seg.dcm", "out.rtstruct.dcm")) {
            String found = dciodvfy(folder.resolve(name)).orElseThrow();
            assertEquals(List.of(), found.lines().filter(line -> line.startsWith("Error")).toList(), name);
            assertTrue(found.contains("RTStructureSet") || found.contains("Segmentation"), found);
        }
    }

    /** What dciodvfy prints; empty when it is not installed. */
    private static Optional<String> dciodvfy(Path file) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("dciodvfy", file.toString()).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            return Optional.of(text);
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    @Test
    void folderWithCtAndSpect_isAllThatAHybridNetworkNeeds() throws GlomeraException {
        ct("ct", BrightPhantom.phantom(grid));
        spect(grid);
        SegmentResult result = segment(folder.resolve("images"), model(true), everyKind());
        assertEquals("spect", result.grid());
        assertEquals(24, result.voxels().nx());
        assertTrue(result.meanActivityBqPerMl().get(Side.LEFT) > 4000, result.toString());
        assertSameVoxels(folder.resolve("out.seg.dcm"), NiftiFiles.readLabelMap(folder.resolve("out.nii.gz")));
    }

    @Test
    void spectBesideTheCt_givesAStandardNetworkTheActivity() throws GlomeraException {
        ct("ct", BrightPhantom.phantom(grid));
        spect(grid);
        SegmentResult result = segment(folder.resolve("images"), model(false), everyKind());
        assertEquals("ct", result.grid());
        assertTrue(result.meanActivityBqPerMl().get(Side.RIGHT) > 4000, result.toString());
    }

    @Test
    void twoImages_areToldApartByModality() throws GlomeraException {
        Path ct = ct("ct", BrightPhantom.phantom(grid));
        Path spect = spect(grid);
        for (List<Path> order : List.of(List.of(ct, spect), List.of(spect, ct))) {
            SegmentResult result = BrightPhantom.services().segment().run(new SegmentRequest(List.of(model(true)),
                    new Images(order, Optional.empty(), 0, SpectRules.asStored()), new Windowing.ByCard(),
                    Outputs.ofLabelMap(folder.resolve("out.nii.gz"))), new NullProgressMonitor());
            assertEquals("spect", result.grid());
        }
    }

    @Test
    void twoCts_areNotGuessedBetween() throws GlomeraException {
        ct("first", BrightPhantom.phantom(grid));
        ct("second", BrightPhantom.phantom(grid));
        Path model = model(false);
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> segment(folder.resolve("images"), model, everyKind()));
        assertTrue(refused.getMessage().contains("More than one CT series"), refused.getMessage());
        segment(folder.resolve("images/second/0003.dcm"), model, everyKind());
    }

    @Test
    void imageFile_hasNoSlicesForDicom_andIsRefusedBeforeTheNetworkRuns() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        Path model = model(false);
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> segment(folder.resolve("ct.nii.gz"), model, everyKind()));
        assertEquals(Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("is no DICOM image"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("out.nii.gz")));
    }

    @Test
    void dicomFileThatIsThere_isLeftAlone_andAnImageIsNeverWrittenOver() throws GlomeraException, IOException {
        Path ct = ct("ct", BrightPhantom.phantom(grid));
        Path model = model(false);
        Path there = Files.writeString(folder.resolve("out.seg.dcm"), "mine");
        GlomeraException refused = assertThrows(GlomeraException.class, () -> segment(ct, model, everyKind()));
        assertTrue(refused.getMessage().contains("--force"), refused.getMessage());
        assertEquals("mine", Files.readString(there));
        segment(ct, model, everyKind().replacingDicom());
        assertTrue(Files.size(there) > 1000);
        Outputs over = Outputs.none().withSeg(ct.resolve("0001.dcm")).replacingDicom();
        GlomeraException image = assertThrows(GlomeraException.class, () -> segment(ct, model, over));
        assertTrue(image.getMessage().contains("is an image that is read"), image.getMessage());
    }

    @Test
    void imageWithoutKidneys_givesAnEmptyLabelMap_andNoDicom() throws GlomeraException {
        Volume ct = BrightPhantom.phantom(grid);
        for (int i = 0; i < ct.values().length; i++) {
            ct.values()[i] = ct.values()[i] > 100 ? 0 : ct.values()[i];
        }
        SegmentResult result = segment(ct("empty", ct), model(false), everyKind());
        assertEquals(0, result.volumeMl().get(Side.RIGHT));
        assertEquals(Optional.empty(), result.written().seg());
        assertFalse(Files.exists(folder.resolve("out.seg.dcm")));
        String notes = String.join(" ", result.caveats());
        assertTrue(notes.contains("No kidney was found.") && notes.contains("The highest probability"), notes);
    }
}
