package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.ImageOutline;
import org.glomera.dicom.StructureSet;
import org.glomera.pipeline.ImportHint;
import org.glomera.study.Acquisition;
import org.glomera.study.Role;
import org.junit.jupiter.api.Test;

class CasePlannerTest {

    private static final Grid GRID = Grid.axial(4, 5, 6, new Vector3(1, 2, 3), new Vector3(0, 0, 0));

    private final List<LeftOutNote> leftOutDrawings = new ArrayList<>();

    private final DicomSeries spect = series("NM", "nm1", "study1", "frame1");
    private final DicomSeries ct = series("CT", "ct1", "study1", "frame1");

    @Test
    void spectAndCtOfOneFrame_areOneCase() {
        CasePlanner.Result result = plan(List.of(ct, spect), List.of());
        assertEquals(1, result.plans().size());
        assertEquals("P001", result.plans().get(0).caseId());
        assertEquals(Acquisition.SPECT_CT, result.plans().get(0).acquisition());
        assertEquals(source(ct), result.plans().get(0).ct());
        assertEquals(List.of(), result.leftOut());
    }

    @Test
    void ctOfTheSameStudy_isTakenWithARemarkWhenNoFrameFits() {
        DicomSeries otherFrame = series("CT", "ct1", "study1", "frame2");
        CasePlan plan = plan(List.of(otherFrame, spect), List.of()).plans().get(0);
        assertEquals(source(otherFrame), plan.ct());
        assertTrue(plan.remarks().get(0).contains("different frames of reference"), plan.remarks().toString());
    }

    @Test
    void ctOfAnotherStudy_isADiagnosticCaseOfItsOwn() {
        DicomSeries diagnostic = series("CT", "ct2", "study2", "frame2");
        CasePlanner.Result result = plan(List.of(ct, spect, diagnostic), List.of(onSeries("rs.dcm", "ct2")));
        assertEquals(List.of("P001", "P001-2"), result.plans().stream().map(CasePlan::caseId).toList());
        assertEquals(Acquisition.DIAGNOSTIC_CT, result.plans().get(1).acquisition());
    }

    @Test
    void undelineatedCtBesideASpect_isLeftOutAndNotFaulty() {
        DicomSeries further = series("CT", "ct2", "study2", "frame2");
        CasePlanner.Result result = plan(List.of(ct, spect, further), List.of());
        assertEquals(1, result.plans().size());
        assertEquals(1, result.leftOut().size());
        assertTrue(!result.leftOut().get(0).faulty() && result.leftOut().get(0).reason().contains("nobody drew"));
    }

    @Test
    void delineation_goesToTheSeriesThatItRefersTo() {
        StructureSet onCt = onSeries("a.dcm", "ct1");
        StructureSet onSpect = onSeries("b.dcm", "nm1");
        CasePlan plan = plan(List.of(ct, spect), List.of(onSpect, onCt)).plans().get(0);
        assertEquals(Optional.of(onCt.file()), file(plan.onCt()));
        assertEquals(Optional.of(onSpect.file()), file(plan.onSpect()));
    }

    @Test
    void delineationOfAFrameThatTwoImagesShare_isNotGuessed() {
        StructureSet byFrame = new StructureSet(Path.of("a.dcm"), "frame1", List.of(), List.of());
        CasePlanner.Result result = plan(List.of(ct, spect), List.of(byFrame));
        assertEquals(Optional.empty(), result.plans().get(0).onCt());
        assertTrue(leftOutDrawings.get(0).faulty());
        assertTrue(leftOutDrawings.get(0).reason().contains("2 images share"), leftOutDrawings.toString());
    }

    @Test
    void delineationOfAFrameOfOneImage_goesThere() {
        StructureSet byFrame = new StructureSet(Path.of("a.dcm"), "frame1", List.of(), List.of());
        CasePlan plan = plan(List.of(ct), List.of(byFrame)).plans().get(0);
        assertEquals(Optional.of(byFrame.file()), file(plan.onCt()));
        assertEquals(Acquisition.DIAGNOSTIC_CT, plan.acquisition());
    }

    @Test
    void delineationOfAnAbsentSeries_isLeftOutThoughItsFrameFits() {
        StructureSet elsewhere = new StructureSet(Path.of("a.dcm"), "frame1", List.of("gone"), List.of());
        CasePlanner.Result result = plan(List.of(ct), List.of(elsewhere));
        assertEquals(Optional.empty(), result.plans().get(0).onCt());
        assertTrue(leftOutDrawings.get(0).reason().contains("no image of this patient"));
    }

    @Test
    void tomogramThatCanBeRead_isPreferredToADamagedOne() {
        DicomSeries damaged = series("NM", "nm0", "study1", "frame1");
        LookedImage broken = new LookedImage(damaged, Optional.empty(), "cut off");
        CasePlanner.Result result = plan(List.of(looked(ct), broken, looked(spect)), List.of(), new ArrayList<>());
        assertEquals(source(spect), result.plans().get(0).spect());
        assertEquals(source(ct), result.plans().get(0).ct());
        assertEquals(source(damaged), result.plans().get(1).spect(), "its making says what is wrong");
    }

    @Test
    void planarImage_takesNoCtAndIsLeftOut() {
        DicomSeries planar = new DicomSeries("NM", "", List.of("ORIGINAL", "PRIMARY", "STATIC", "EMISSION"), "nm0", 0,
                "study1", "frame1", "secret", "", spect.instances());
        LookedImage looked = new LookedImage(planar, Optional.empty(), "not reconstructed");
        CasePlanner.Result result = plan(List.of(looked(ct), looked, looked(spect)), List.of(), new ArrayList<>());
        assertEquals(1, result.plans().size());
        assertEquals(source(ct), result.plans().get(0).ct());
        assertEquals("not reconstructed", result.leftOut().get(0).reason());
    }

    @Test
    void spectInCounts_isLeftOutWithAHintAndItsCtIsNoDiagnosticOne() {
        LookedImage counts = new LookedImage(spect, Optional.of(new ImageOutline(GRID, Quantity.COUNTS, List.of())), "");
        CasePlanner.Result result = plan(List.of(looked(ct), counts), List.of(), new ArrayList<>());
        assertEquals(Optional.of(ImportHint.CALIBRATION), result.leftOut().get(0).hint());
        assertEquals(Acquisition.SPECT_CT, result.plans().get(0).acquisition());
        assertEquals(Optional.empty(), result.plans().get(0).spect());
        assertTrue(result.plans().get(0).remarks().get(0).contains("was left out"));
    }

    @Test
    void spectStoredAsPet_isASpect() {
        DicomSeries pet = series("PT", "pt1", "study1", "frame1");
        CasePlan plan = plan(List.of(ct, pet), List.of()).plans().get(0);
        assertEquals(source(pet), plan.spect());
        assertEquals("pt", plan.spect().orElseThrow().kind());
    }

    @Test
    void partOfASeries_isTheOneWhoseSlicesADelineationNames() {
        DicomSeries arterial = part(1);
        DicomSeries venous = part(2);
        StructureSet drawn = new StructureSet(Path.of("a.dcm"), "frame1", List.of("ct1"), List.of("ct1.2"), List.of());
        List<LookedImage> images = List.of(looked(arterial), looked(venous));
        assertEquals(Optional.of(images.get(1)), DrawingChoice.imageOf(images, drawn));
    }

    private static DicomSeries part(int part) {
        return new DicomSeries("CT", "", List.of(), "ct1", part, "study1", "frame1", "secret", "",
                List.of(new DicomInstance(Path.of("/in/ct1/" + part + ".dcm"), "ct1." + part)));
    }

    private CasePlanner.Result plan(List<DicomSeries> series, List<StructureSet> sets) {
        return plan(series.stream().map(CasePlannerTest::looked).toList(), sets, leftOutDrawings);
    }

    private static CasePlanner.Result plan(List<LookedImage> images, List<StructureSet> sets,
            List<LeftOutNote> leftOut) {
        try {
            return CasePlanner.plan(new Patient("P001", Role.TRAINING, List.of(), Map.of(), List.of()), images,
                    new DrawingChoice(images, null, leftOut, new NullProgressMonitor()).choose(List.copyOf(sets)));
        } catch (GlomeraException e) {
            throw new AssertionError(e);
        }
    }

    private static LookedImage looked(DicomSeries series) {
        return new LookedImage(series, Optional.of(new ImageOutline(GRID, series.modality().equals("CT")
                ? Quantity.HOUNSFIELD : Quantity.ACTIVITY_CONCENTRATION, List.of())), "");
    }

    private static Optional<ImageSource> source(DicomSeries series) {
        return Optional.of(new ImageSource.Series(series));
    }

    private static Optional<Path> file(Optional<Drawing> drawing) {
        return drawing.map(Drawing::file);
    }

    private static DicomSeries series(String modality, String uid, String study, String frame) {
        return new DicomSeries(modality, uid, study, frame, "secret", "",
                List.of(new DicomInstance(Path.of("/in/" + uid + "/1.dcm"), uid + ".1")));
    }

    private static StructureSet onSeries(String file, String seriesUid) {
        return new StructureSet(Path.of(file), "frame1", List.of(seriesUid), List.of());
    }
}
