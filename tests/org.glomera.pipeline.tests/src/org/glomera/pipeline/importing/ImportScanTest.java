package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.SpectRules;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.phantom.PhantomCohort;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.State;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.ImportedCase;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.ImportRules;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.ScanRequest;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan promises, held against what the import then does. */
class ImportScanTest {

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
    void planAndReport_agreeOnAWholeCohort() throws Exception {
        ImportPlan plan = scan(cohort.resolve("dicom"));
        assertEquals(8, plan.cases().size());
        assertEquals(Role.TEST, find(plan, "TE001").role());
        assertTrue(plan.cases().stream().allMatch(each -> each.state() == State.NEW));
        assertAgree(plan, importAll(plan));
    }

    @Test
    void scan_writesNothing() throws Exception {
        scan(cohort.resolve("dicom"));
        assertFalse(Files.exists(other.resolve("study")));
    }

    @Test
    void gridsAndVolumes_areThoseOfTheImportedFiles() throws Exception {
        ImportPlan plan = scan(cohort.resolve("dicom"));
        importAll(plan);
        StudyFolder study = StudyFolder.open(other.resolve("study"));
        PlannedCase planned = find(plan, "LU001");
        assertTrue(NiftiFiles.readGrid(study.caseFile("LU001", CaseFile.CT))
                .isSameAs(planned.ct().orElseThrow().grid(), 1e-3));
        assertTrue(NiftiFiles.readGrid(study.caseFile("LU001", CaseFile.SPECT))
                .isSameAs(planned.spect().orElseThrow().grid(), 1e-3));
        assertEquals(NiftiFiles.readLabelMap(study.caseFile("LU001", CaseFile.KIDNEYS_SPECT)).volumeMl(Side.LEFT),
                planned.kidneysSpect().orElseThrow().leftMl(), 1e-6);
        assertEquals("50 × 50 × 36, 8.00 × 8.00 × 10.00 mm", planned.ct().orElseThrow().inWords());
    }

    @Test
    void planAndReport_agreeOnBrokenFolders() throws Exception {
        Path hospital = copyOf("LU001", "LU002", "TE001", "TE002");
        Files.delete(hospital.resolve("LU001/ct/0010.dcm"));
        for (int slice = 1; slice <= 24; slice++) {
            Files.delete(hospital.resolve("LU002/ct/%04d.dcm".formatted(slice)));
        }
        Files.writeString(hospital.resolve("notes.txt"), "of no use");
        Files.writeString(hospital.resolve("broken.dcm"), "no DICOM");
        ImportPlan plan = scan(hospital);
        assertEquals(List.of("P002", "P003", "P004"), plan.cases().stream().map(PlannedCase::caseId).toList());
        assertEquals(1, plan.uselessCount());
        assertEquals(3, plan.faulty().size(), plan.faulty().toString());
        assertTrue(plan.summary().startsWith("3 cases of 3 patients in "), plan.summary());
        assertAgree(plan, run(plan.dicomFolders(), RoleAssignment.fromCohortFile()));
    }

    @Test
    void fileThatWasCutOff_isSeenWithoutReadingPixels() throws Exception {
        Path hospital = copyOf("LU001", "LU002");
        cut(hospital.resolve("LU001/ct/0010.dcm"));
        ImportPlan plan = scan(hospital);
        assertEquals(List.of("P002"), plan.cases().stream().map(PlannedCase::caseId).toList());
        assertTrue(plan.faulty().get(0).reason().contains("0010.dcm"), plan.faulty().toString());
        assertEquals(List.of("P002"), importAll(plan).cases().stream().map(ImportedCase::caseId).toList());
    }

    @Test
    void caseThatWasNotChosen_isNotMadeAndRolesAreTheChosenOnes() throws Exception {
        ImportPlan plan = scan(copyOf("LU001", "LU002", "TE001"));
        ImportReport report = run(plan.dicomFolders(), plan.chosen(Map.of("P001", Role.TEST, "P003", Role.TRAINING)));
        assertEquals(List.of("P001 test", "P003 training"),
                report.cases().stream().map(each -> each.caseId() + " " + each.role()).toList());
        assertFalse(Files.exists(other.resolve("study/cases/P002")));
        assertEquals(List.of(), report.leftOut());
    }

    @Test
    void filesThatChangedAfterTheScan_areNotImported() throws Exception {
        Path hospital = copyOf("LU001", "LU002");
        ImportPlan plan = scan(hospital);
        Files.delete(hospital.resolve("LU001/ct/0001.dcm"));
        ImportReport report = importAll(plan);
        assertEquals(List.of("P002"), report.cases().stream().map(ImportedCase::caseId).toList());
        assertTrue(report.leftOut().get(0).reason().contains("P001 was not imported"), report.leftOut().toString());
    }

    @Test
    void folderOfAPatientThatCameFirst_doesNotTakeAnothersCase() throws Exception {
        Path hospital = copyOf("LU002", "TE001");
        importAll(scan(hospital));
        copy("LU001", hospital);
        ImportPlan plan = scan(hospital);
        // LU001 comes first by its identifier, but the study knows LU002 as P001 and TE001 as P002
        assertEquals(List.of("P003 NEW", "P001 THERE", "P002 THERE"), plan.cases().stream()
                .map(each -> each.caseId() + " " + each.state()).toList());
        assertEquals(2, importAll(plan).alreadyThere());
    }

    @Test
    void roleThatACaseHas_staysWithoutACohortFile() throws Exception {
        ImportPlan first = scan(copyOf("LU001", "LU002"));
        run(first.dicomFolders(), first.chosen(Map.of("P001", Role.TEST, "P002", Role.TRAINING)));
        ImportPlan second = scan(first.dicomFolders().get(0));
        assertEquals(List.of(Role.TEST, Role.TRAINING), second.cases().stream().map(PlannedCase::role).toList());
    }

    @Test
    void otherFolder_addsPatientsAndTouchesNone() throws Exception {
        importAll(scan(copyOf("LU001")));
        Path second = Files.createDirectories(other.resolve("second"));
        copy("LU002", second);
        ImportPlan plan = scan(second);
        assertEquals(List.of("P002"), plan.cases().stream().map(PlannedCase::caseId).toList());
        importAll(plan);
        assertEquals(List.of("P001", "P002"), StudyFolder.open(other.resolve("study")).caseIds());
    }

    @Test
    void caseWithoutOrigin_isKnownByItsBytes() throws Exception {
        Path hospital = copyOf("LU002");
        importAll(scan(hospital));
        Files.delete(other.resolve("study/cases/P001/origin.json"));
        copy("LU001", hospital);
        assertEquals(List.of("P002 NEW", "P001 THERE"), scan(hospital).cases().stream()
                .map(each -> each.caseId() + " " + each.state()).toList());
    }

    @Test
    void ruleThatChangesANumber_changesTheCaseAndIsRecordedInIt() throws Exception {
        Path hospital = copyOf("LU001");
        importAll(scan(hospital));
        KidneyStructures common = KidneyStructures.COMMON_NAMES;
        ImportRules swapped = new ImportRules(KidneyStructures.ofExpressions(common.left(), common.right()),
                SpectRules.asStored());
        assertEquals(State.CHANGED, scan(hospital, swapped).cases().get(0).state());
        ImportReport report = new PipelineServices(new TestComponents()).importing().run(new ImportRequest(
                List.of(hospital), List.of(), other.resolve("study"), "x", RoleAssignment.fromCohortFile(), swapped),
                new NullProgressMonitor());
        assertEquals(0, report.alreadyThere());
        CaseInfo info = StudyFolder.open(other.resolve("study")).requireCase("P001");
        assertTrue(info.remarks().stream().anyMatch(each -> each.startsWith("Imported by a rule of the user: kidneys")),
                info.remarks().toString());
        assertTrue(info.sources().stream().anyMatch(each -> each.kind().startsWith("rule: kidneys")),
                info.sources().toString());
        assertEquals(State.THERE, scan(hospital, swapped).cases().get(0).state());
        assertEquals(State.CHANGED, scan(hospital).cases().get(0).state());
    }

    @Test
    void ruleThatChangesNoNumber_leavesTheCaseAlone() throws Exception {
        Path hospital = copyOf("LU001");
        importAll(scan(hospital));
        // the phantom's SPECT says Bq/ml itself, and no structure of it is called so
        ImportRules rules = new ImportRules(KidneyStructures.ofExpressions(
                List.of("rechte niere.*", KidneyStructures.COMMON_NAMES.right().get(0)),
                KidneyStructures.COMMON_NAMES.left()), SpectRules.asStored().with(new Calibration.BqPerMlPerCount(3)));
        assertEquals(State.THERE, scan(hospital, rules).cases().get(0).state());
    }

    private ImportPlan scan(Path hospital, ImportRules rules) throws GlomeraException {
        return new PipelineServices(new TestComponents()).importScan().run(new ScanRequest(List.of(hospital), List.of(),
                other.resolve("study"), RoleAssignment.fromCohortFile(), rules), new NullProgressMonitor());
    }

    @Test
    void delineationThatWasAdded_changesTheCase() throws Exception {
        Path hospital = copyOf("LU001");
        Path drawn = hospital.resolve("LU001/kidneys_ct.dcm");
        Path aside = other.resolve("kidneys_ct.dcm");
        Files.move(drawn, aside);
        importAll(scan(hospital));
        Files.move(aside, drawn);
        ImportPlan plan = scan(hospital);
        assertEquals(State.CHANGED, find(plan, "P001").state());
        importAll(plan);
        CaseInfo info = StudyFolder.open(other.resolve("study")).requireCase("P001");
        assertTrue(info.has(CaseFile.KIDNEYS_CT));
    }

    @Test
    void severalFolders_areOneImport() throws Exception {
        Path first = copyOf("LU001");
        Path second = Files.createDirectories(other.resolve("second"));
        copy("TE001", second);
        ImportPlan plan = services().importScan().run(new ScanRequest(List.of(first, second), other.resolve("study"),
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
        assertEquals(List.of("P001", "P002"), plan.cases().stream().map(PlannedCase::caseId).toList());
        assertAgree(plan, importAll(plan));
    }

    @Test
    void draw_isThatOfTheImport() throws Exception {
        Path hospital = copyOf("LU001", "LU002", "TE001", "CT001");
        RoleAssignment.Draw draw = new RoleAssignment.Draw(1, 5);
        ImportPlan plan = scan(hospital);
        ImportReport report = run(List.of(hospital), draw);
        Map<String, String> roles = report.cases().stream()
                .collect(Collectors.toMap(ImportedCase::caseId, ImportedCase::role));
        plan.draw(plan.cases().stream().map(PlannedCase::caseId).toList(), draw)
                .forEach((id, role) -> assertEquals(roles.get(id), role.word(), id));
        assertThrows(GlomeraException.class, () -> plan.draw(List.of("P001"), draw));
    }

    @Test
    void plan_namesNoPatient() throws Exception {
        Path hospital = copyOf("LU001", "TE001");
        String cases = scan(hospital).cases().toString();
        assertFalse(cases.contains("LU001") || cases.contains("TE001"), cases);
    }

    @Test
    void cancel_endsTheScan() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        ScanRequest request = new ScanRequest(List.of(cohort.resolve("dicom")), other.resolve("study"),
                RoleAssignment.fromCohortFile());
        assertThrows(OperationCanceledException.class, () -> services().importScan().run(request, monitor));
    }

    private static void assertAgree(ImportPlan plan, ImportReport report) {
        assertEquals(plan.cases().stream().map(each -> each.caseId() + " " + each.acquisition().word() + " "
                + each.role().word() + " " + each.available().stream().map(CaseFile::word).toList() + each.remarks())
                .toList(), report.cases().stream().map(each -> each.caseId() + " " + each.acquisition() + " "
                + each.role() + " " + each.available() + each.remarks()).toList());
        assertEquals(plan.leftOut().stream().map(LeftOutItem::toString).toList(),
                report.leftOut().stream().map(LeftOutItem::toString).toList());
    }

    private static PlannedCase find(ImportPlan plan, String id) {
        return plan.cases().stream().filter(each -> each.caseId().equals(id)).findFirst().orElseThrow();
    }

    private ImportPlan scan(Path dicom) throws GlomeraException {
        return services().importScan().run(new ScanRequest(List.of(dicom), other.resolve("study"),
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
    }

    private ImportReport importAll(ImportPlan plan) throws GlomeraException {
        Map<String, Role> roles = new LinkedHashMap<>();
        plan.cases().forEach(each -> roles.put(each.caseId(), each.role()));
        return run(plan.dicomFolders(), plan.chosen(roles));
    }

    private ImportReport run(List<Path> folders, RoleAssignment roles) throws GlomeraException {
        return services().importing().run(new ImportRequest(folders, other.resolve("study"), "imported", roles),
                new NullProgressMonitor());
    }

    private Path copyOf(String... patients) throws Exception {
        Path hospital = Files.createDirectories(other.resolve("hospital/export"));
        for (String patient : patients) {
            copy(patient, hospital);
        }
        return hospital;
    }

    private static void copy(String patient, Path to) throws Exception {
        FileUtils.copyDirectory(cohort.resolve("dicom").resolve(patient).toFile(), to.resolve(patient).toFile());
    }

    private static void cut(Path file) throws Exception {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() - 1500);
        }
    }

    private static PipelineServices services() {
        return new PipelineServices(new TestComponents());
    }
}
