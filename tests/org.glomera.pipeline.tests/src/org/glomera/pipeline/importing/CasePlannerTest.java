package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.StructureSet;
import org.glomera.study.Acquisition;
import org.glomera.study.Role;
import org.junit.jupiter.api.Test;

class CasePlannerTest {

    private final DicomSeries spect = series("NM", "nm1", "study1", "frame1");
    private final DicomSeries ct = series("CT", "ct1", "study1", "frame1");

    @Test
    void spectAndCtOfOneFrame_areOneCase() {
        CasePlanner.Result result = plan(List.of(ct, spect), List.of());
        assertEquals(1, result.plans().size());
        assertEquals("P001", result.plans().get(0).caseId());
        assertEquals(Acquisition.SPECT_CT, result.plans().get(0).acquisition());
        assertEquals(Optional.of(ct), result.plans().get(0).ct());
        assertEquals(List.of(), result.leftOut());
    }

    @Test
    void ctOfTheSameStudy_isTakenWithARemarkWhenNoFrameFits() {
        DicomSeries otherFrame = series("CT", "ct1", "study1", "frame2");
        CasePlan plan = plan(List.of(otherFrame, spect), List.of()).plans().get(0);
        assertEquals(Optional.of(otherFrame), plan.ct());
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
        assertEquals(Optional.of(onCt), plan.onCt());
        assertEquals(Optional.of(onSpect), plan.onSpect());
    }

    @Test
    void delineationOfAFrameThatTwoImagesShare_isNotGuessed() {
        StructureSet byFrame = new StructureSet(Path.of("a.dcm"), "frame1", List.of(), List.of());
        CasePlanner.Result result = plan(List.of(ct, spect), List.of(byFrame));
        assertEquals(Optional.empty(), result.plans().get(0).onCt());
        assertTrue(result.leftOut().get(0).faulty());
        assertTrue(result.leftOut().get(0).reason().contains("2 images share"), result.leftOut().toString());
    }

    @Test
    void delineationOfAFrameOfOneImage_goesThere() {
        StructureSet byFrame = new StructureSet(Path.of("a.dcm"), "frame1", List.of(), List.of());
        CasePlan plan = plan(List.of(ct), List.of(byFrame)).plans().get(0);
        assertEquals(Optional.of(byFrame), plan.onCt());
        assertEquals(Acquisition.DIAGNOSTIC_CT, plan.acquisition());
    }

    @Test
    void delineationOfAnAbsentSeries_isLeftOutThoughItsFrameFits() {
        StructureSet elsewhere = new StructureSet(Path.of("a.dcm"), "frame1", List.of("gone"), List.of());
        CasePlanner.Result result = plan(List.of(ct), List.of(elsewhere));
        assertEquals(Optional.empty(), result.plans().get(0).onCt());
        assertTrue(result.leftOut().get(0).reason().contains("no image of this patient"));
    }

    private static CasePlanner.Result plan(List<DicomSeries> series, List<StructureSet> sets) {
        return CasePlanner.plan(new Patient("P001", Role.TRAINING, series, java.util.Map.of()), sets);
    }

    private static DicomSeries series(String modality, String uid, String study, String frame) {
        return new DicomSeries(modality, uid, study, frame, "secret", "",
                List.of(new DicomInstance(Path.of("/in/" + uid + "/1.dcm"), uid + ".1")));
    }

    private static StructureSet onSeries(String file, String seriesUid) {
        return new StructureSet(Path.of(file), "frame1", List.of(seriesUid), List.of());
    }
}
