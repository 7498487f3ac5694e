package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.phantom.PhantomCohort;
import org.glomera.phantom.PhantomPatient;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.ImportedCase;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseFrames;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing small phantoms from DICOM, whole ones and ones with faults. */
class ImportServiceTest {

    /** CT numbers are stored as whole HU. */
    private static final double HALF_HU = 0.5 + 1e-3;
    /** A SPECT voxel is stored as one of 65535 steps up to the largest value. */
    private static final double SPECT_STEP = 1.0 / 65535;

    @TempDir
    static Path folder;

    private static Path cohort;

    @TempDir
    Path other;

    @BeforeAll
    static void makeCohort() throws GlomeraException {
        cohort = folder.resolve("phantom");
        new PhantomCohort(new TestComponents().dicomToolkit()).write(SmallStudy.spec(), cohort,
                new NullProgressMonitor());
    }

    @Test
    void importedImages_areThoseOfThePhantom() throws GlomeraException {
        run(cohort.resolve("dicom"));
        StudyFolder study = StudyFolder.open(other.resolve("study"));
        PhantomPatient patient = PhantomCohort.patient(SmallStudy.spec(), 0);
        Volume ct = NiftiFiles.readVolume(study.caseFile("LU001", CaseFile.CT), Quantity.HOUNSFIELD);
        Volume spect = NiftiFiles.readVolume(study.caseFile("LU001", CaseFile.SPECT),
                Quantity.ACTIVITY_CONCENTRATION);
        LabelMap onCt = NiftiFiles.readLabelMap(study.caseFile("LU001", CaseFile.KIDNEYS_CT));
        assertTrue(ct.grid().isSameAs(patient.ct().grid(), 0.01));
        for (int i = 0; i < ct.values().length; i++) {
            assertEquals(patient.ct().values()[i], ct.values()[i], HALF_HU);
        }
        float largest = 0;
        for (float value : spect.values()) {
            largest = Math.max(largest, value);
        }
        for (int i = 0; i < spect.values().length; i++) {
            assertEquals(patient.spect().orElseThrow().image().values()[i], spect.values()[i], largest * SPECT_STEP);
        }
        assertEquals(patient.manualKidneysCt().count(Side.RIGHT), onCt.count(Side.RIGHT));
        assertEquals(patient.manualKidneysCt().count(Side.LEFT), onCt.count(Side.LEFT));
    }

    @Test
    void rolesPseudonymsAndTruth_comeFromThePhantomsFiles() throws GlomeraException {
        ImportReport report = run(cohort.resolve("dicom"));
        assertEquals(Set.of("CT001", "LU001", "LU002", "TE001", "TE002", "UN001", "UN002", "UN003"),
                report.cases().stream().map(ImportedCase::caseId).collect(Collectors.toSet()));
        StudyFolder study = StudyFolder.open(other.resolve("study"));
        assertEquals(Role.TEST, study.requireCase("TE002").role());
        assertTrue(study.requireCase("TE001").truth().get("right_volume_ml") > 50);
        assertEquals(0, report.faultyCount());
    }

    @Test
    void secondImport_leavesUnchangedCasesAlone() throws GlomeraException {
        run(cohort.resolve("dicom"));
        assertEquals(8, run(cohort.resolve("dicom")).alreadyThere());
    }

    @Test
    void withoutTruth_identifiersBecomePseudonymsAndFoldersAreNotKept() throws Exception {
        Path hospital = copyOf("LU001", "TE001");
        Files.writeString(hospital.resolve("MEIER_ANNA.dcm"), "no DICOM");
        ImportReport report = run(hospital);
        assertEquals(List.of("P001", "P002"), report.cases().stream().map(ImportedCase::caseId).toList());
        assertEquals(List.of("MEIER_ANNA.dcm"), report.leftOut().stream().map(LeftOutItem::what).toList());
        Path study = other.resolve("study");
        String kept = Files.readString(study.resolve("import.json"))
                + Files.readString(study.resolve("cases/P001/case.json"));
        assertFalse(kept.contains("LU001") || kept.contains(hospital.toString()), kept);
    }

    @Test
    void drawnRoles_areRepeatableAndLeaveTheRestForTraining() throws Exception {
        Path hospital = copyOf("LU001", "LU002", "TE001", "CT001");
        ImportRequest request = new ImportRequest(hospital, other.resolve("study"), "drawn",
                RoleAssignment.draw(1, 5));
        Map<String, String> first = roles(services().importing().run(request, new NullProgressMonitor()));
        Map<String, String> second = roles(services().importing().run(new ImportRequest(hospital,
                other.resolve("second"), "drawn", RoleAssignment.draw(1, 5)), new NullProgressMonitor()));
        assertEquals(first, second);
        assertEquals(1, first.values().stream().filter("test"::equals).count());
        assertEquals(3, first.values().stream().filter("training"::equals).count());
    }

    @Test
    void drawOfEveryPatient_isRefused() throws Exception {
        ImportRequest request = new ImportRequest(copyOf("LU001"), other.resolve("study"), "x",
                RoleAssignment.draw(1, 5));
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> services().importing().run(request, new NullProgressMonitor()));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertThrows(GlomeraException.class, () -> RoleAssignment.draw(0, 5));
    }

    @Test
    void missingSlice_costsItsCaseAndIsNamed() throws Exception {
        Path hospital = copyOf("LU001", "LU002");
        Files.delete(hospital.resolve("LU001/ct/0010.dcm"));
        ImportReport report = run(hospital);
        assertEquals(List.of("P002"), report.cases().stream().map(ImportedCase::caseId).toList());
        assertEquals(1, report.faultyCount());
        LeftOutItem item = report.leftOut().get(0);
        assertTrue(item.what().contains("LU001") && item.reason().contains("There is no case P001"), item.toString());
    }

    @Test
    void delineationOutsideTheImage_isLeftOutAndTheCaseSaysSo() throws Exception {
        Path hospital = copyOf("LU001", "LU002");
        // the CT loses its lower two thirds: the delineation that refers to it reaches outside
        for (int slice = 1; slice <= 24; slice++) {
            Files.delete(hospital.resolve("LU001/ct/%04d.dcm".formatted(slice)));
        }
        ImportReport report = run(hospital);
        assertEquals(1, report.faultyCount(), report.leftOut().toString());
        assertTrue(report.leftOut().get(0).what().endsWith("kidneys_ct.dcm"), report.leftOut().toString());
        CaseInfo info = StudyFolder.open(other.resolve("study")).requireCase("P001");
        assertFalse(info.has(CaseFile.KIDNEYS_CT));
        assertTrue(info.has(CaseFile.KIDNEYS_SPECT)
                && info.remarks().stream().anyMatch(each -> each.contains("kidneys_ct.dcm")));
    }

    @Test
    void aRegistration_staysAsLongAsTheFilesDo_andIsDroppedWithARemarkWhenTheyChange() throws Exception {
        Path hospital = copyOf("LU001");
        run(hospital);
        StudyFolder study = StudyFolder.open(other.resolve("study"));
        CaseFrames frames = CaseFrames.read(study, "P001").orElseThrow();
        assertFalse(frames.ct().isEmpty());
        assertEquals(frames.ct(), frames.spect());
        Map<String, String> imported = SmallStudy.hashes(study.caseFolder("P001"));
        services().register().run(new RegisterRequest(study.root(), List.of("P001"), new RegisterRequest.Search("move",
                Optional.empty(), true), false), new NullProgressMonitor());
        Map<String, String> registered = SmallStudy.hashes(study.caseFolder("P001"));
        assertEquals(1, run(hospital).alreadyThere());
        assertEquals(registered, SmallStudy.hashes(study.caseFolder("P001")));
        Files.delete(hospital.resolve("LU001/kidneys_ct.dcm"));
        run(hospital);
        assertEquals(Optional.empty(), CaseRegistration.read(study, "P001"));
        assertEquals(imported.get("spect.nii.gz"), SmallStudy.hashes(study.caseFolder("P001")).get("spect.nii.gz"));
        assertTrue(study.requireCase("P001").remarks().stream().anyMatch(each -> each.contains("had been registered")));
    }

    @Test
    void folderWithoutImages_isRefusedAndNamed() {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> run(Files.createDirectory(
                other.resolve("empty"))));
        assertEquals(Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains(other.resolve("empty").toString()), refused.getMessage());
    }

    @Test
    void missingFolder_isNamed() {
        Path missing = other.resolve("nowhere");
        GlomeraException refused = assertThrows(GlomeraException.class, () -> run(missing));
        assertTrue(refused.getMessage().contains(missing.toString()), refused.getMessage());
    }

    @Test
    void unwritableStudy_isReportedAndLeavesWhatWasThere() throws Exception {
        run(copyOf("LU001"));
        // a file where the folder of a case should be stands for a disk that takes nothing more
        Path inTheWay = other.resolve("study/cases/P002");
        Files.writeString(inTheWay, "");
        GlomeraException failed = assertThrows(GlomeraException.class, () -> run(copyOf("LU001", "LU002")));
        assertTrue(failed.getMessage().contains(inTheWay.toString()), failed.getMessage());
        assertEquals(List.of("P001"), StudyFolder.open(other.resolve("study")).cases().stream().map(CaseInfo::id)
                .toList());
    }

    private ImportReport run(Path dicom) throws GlomeraException {
        return services().importing().run(new ImportRequest(dicom, other.resolve("study"), "imported",
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
    }

    private static PipelineServices services() {
        return new PipelineServices(new TestComponents());
    }

    private static Map<String, String> roles(ImportReport report) {
        return report.cases().stream().collect(Collectors.toMap(ImportedCase::caseId, ImportedCase::role));
    }

    /** Some of the patients without cohort file and truth, as a hospital would have them. */
    private Path copyOf(String... patients) throws IOException {
        Path hospital = other.resolve("hospital");
        FileUtils.deleteDirectory(hospital.toFile());
        for (String patient : patients) {
            FileUtils.copyDirectory(cohort.resolve("dicom").resolve(patient).toFile(),
                    hospital.resolve(patient).toFile());
        }
        return hospital;
    }
}
