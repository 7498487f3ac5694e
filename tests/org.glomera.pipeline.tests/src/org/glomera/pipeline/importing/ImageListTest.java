package org.glomera.pipeline.importing;

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
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportPlan.State;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.ImportRules;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.InventoryRequest;
import org.glomera.pipeline.ListedCase;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.ScanRequest;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of image files that a list names. */
class ImageListTest {

    /** Voxels of 2 x 3 x 5 mm, so 0.03 ml each. */
    private static final Grid GRID = Grid.axial(6, 5, 4, new Vector3(2, 3, 5), new Vector3(-10, 20, 30));

    @TempDir
    Path folder;

    private Path images;

    @BeforeEach
    void makeImages() throws Exception {
        images = Files.createDirectories(folder.resolve("images/sub")).getParent();
        float[] attenuation = new float[GRID.voxelCount()];
        float[] activity = new float[GRID.voxelCount()];
        byte[] labels = new byte[GRID.voxelCount()];
        for (int i = 0; i < attenuation.length; i++) {
            attenuation[i] = i;
            activity[i] = 0.5f * i;
        }
        labels[GRID.index(1, 2, 2)] = 7;
        labels[GRID.index(4, 2, 2)] = 9;
        labels[GRID.index(4, 3, 2)] = 9;
        NiftiFiles.write(images.resolve("sub/mu.nii.gz"), new Volume(GRID, Quantity.UNKNOWN, attenuation));
        NiftiFiles.write(images.resolve("emission.nii"), new Volume(GRID, Quantity.UNKNOWN, activity));
        NiftiFiles.write(images.resolve("organs.nii.gz"), new LabelMap(GRID, labels));
    }

    @Test
    void listedCase_hasTheMappedValuesAndTheSaidLabels() throws Exception {
        list("case,patient,role,ct,ct_offset,spect,spect_unit,kidneys_ct,right,left",
                "Kim-1,Kim,test,sub/mu.nii.gz,-1000,emission.nii,kBq/ml,organs.nii.gz,7,9");
        ImportReport report = run();
        assertEquals(List.of("Kim-1"), report.cases().stream().map(each -> each.caseId()).toList());
        assertEquals(List.of(), report.leftOut());
        StudyFolder study = StudyFolder.open(folder.resolve("study"));
        CaseInfo info = study.requireCase("Kim-1");
        assertEquals("Kim", info.patient());
        assertEquals(Role.TEST, info.role());
        assertEquals(Acquisition.SPECT_CT, info.acquisition());
        Volume ct = NiftiFiles.readVolume(study.caseFile("Kim-1", CaseFile.CT), Quantity.HOUNSFIELD,
                new NullProgressMonitor());
        // stored 17 is 17 - 1000 HU; stored 0.5 * 17 kBq/ml is 8500 Bq/ml
        assertEquals(-983, ct.values()[17], 0);
        assertEquals(8500, NiftiFiles.readVolume(study.caseFile("Kim-1", CaseFile.SPECT),
                Quantity.ACTIVITY_CONCENTRATION, new NullProgressMonitor()).values()[17], 0);
        LabelMap kidneys = NiftiFiles.readLabelMap(study.caseFile("Kim-1", CaseFile.KIDNEYS_CT));
        assertTrue(kidneys.grid().isSameAs(GRID, 1e-4));
        assertArrayEquals(new int[] {1, 2}, new int[] {kidneys.count(Side.RIGHT), kidneys.count(Side.LEFT)});
        assertTrue(info.remarks().stream().anyMatch(each -> each.contains("plus -1000")), info.remarks().toString());
        assertTrue(info.sources().stream().anyMatch(each -> each.kind().contains("plus -1000")),
                info.sources().toString());
    }

    @Test
    void secondImport_leavesTheCaseAloneUntilSomethingWasSaidOtherwise() throws Exception {
        list("case,ct,ct_offset", "A,sub/mu.nii.gz,-1000");
        run();
        assertEquals(1, run().alreadyThere());
        assertEquals(State.THERE, scan().cases().get(0).state());
        list("case,ct,ct_offset", "A,sub/mu.nii.gz,-1024");
        assertEquals(State.CHANGED, scan().cases().get(0).state());
        assertEquals(0, run().alreadyThere());
        Volume ct = NiftiFiles.readVolume(folder.resolve("study/cases/A/ct.nii.gz"), Quantity.HOUNSFIELD,
                new NullProgressMonitor());
        assertEquals(-1024, ct.values()[0], 0);
    }

    @Test
    void bytesThatChanged_makeTheCaseChanged() throws Exception {
        list("case,ct", "A,sub/mu.nii.gz");
        run();
        float[] other = new float[GRID.voxelCount()];
        NiftiFiles.write(images.resolve("sub/mu.nii.gz"), new Volume(GRID, Quantity.UNKNOWN, other));
        assertEquals(State.CHANGED, scan().cases().get(0).state());
    }

    @Test
    void labelsWithoutSides_areToldApartByPlace() throws Exception {
        Grid wide = Grid.axial(40, 10, 10, new Vector3(5, 6, 7), new Vector3(-97.5, 0, 0));
        byte[] labels = new byte[wide.voxelCount()];
        for (int z = 2; z < 7; z++) {
            for (int y = 2; y < 7; y++) {
                for (int x = 5; x < 10; x++) {
                    labels[wide.index(x, y, z)] = 3;
                    labels[wide.index(39 - x, y, z)] = 3;
                }
            }
        }
        NiftiFiles.write(images.resolve("wide.nii.gz"), new Volume(wide, Quantity.HOUNSFIELD,
                new float[wide.voxelCount()]));
        NiftiFiles.write(images.resolve("mask.nii.gz"), new LabelMap(wide, labels));
        list("case,ct,kidneys_ct,kidneys", "A,wide.nii.gz,mask.nii.gz,3");
        // 5 x 5 x 5 voxels of 0.21 ml
        assertEquals(26.25, scan().cases().get(0).kidneysCt().orElseThrow().rightMl(), 1e-6);
        assertEquals(26.25, scan().cases().get(0).kidneysCt().orElseThrow().leftMl(), 1e-6);
    }

    @Test
    void swappedSides_areRemarkedOn() throws Exception {
        list("case,ct,kidneys_ct,right,left", "A,sub/mu.nii.gz,organs.nii.gz,9,7");
        assertTrue(scan().cases().get(0).remarks().stream().anyMatch(each -> each.contains("patient's left")),
                scan().cases().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "case,ct|A,nowhere.nii|line 2, column ct|there is no file",
            "case,ct|A,../../etc/passwd|line 2, column ct|leads out",
            "case,ct|A,/etc/passwd|line 2, column ct|leads out",
            "case,ct|../A,sub/mu.nii.gz|line 2, column case|is no name",
            "case,patient,ct|A,../../x,sub/mu.nii.gz|line 2, column patient|is no name",
            "case,ct,ct_offset|A,sub/mu.nii.gz,minus|line 2, column ct_offset|is no number",
            "case,ct,ct_scale|A,sub/mu.nii.gz,0|line 2, column ct_scale|times 0",
            "case,spect,spect_unit|A,emission.nii,counts|line 2, column spect_unit|not known",
            "case,ct,role|A,sub/mu.nii.gz,tset|line 2, column role|is no role",
            "case,ct,colour|A,sub/mu.nii.gz,red|line 1|'colour' is not known",
            "case,ct,kidneys_ct|A,sub/mu.nii.gz,organs.nii.gz|line 2, column right|say which label",
            "case,ct,kidneys_ct,right,left|A,sub/mu.nii.gz,organs.nii.gz,7,7|line 2, column left|both kidneys",
            "case,ct,kidneys_spect,right|A,sub/mu.nii.gz,organs.nii.gz,7|line 2, column kidneys_spect|not named",
            "case,ct|A,|line 2, column ct|no image", "ct|sub/mu.nii.gz|line 1|column case",
            "case,ct|A,sub/mu.nii.gz%nA,sub/mu.nii.gz|line 3, column case|twice"})
    void fault_namesLineAndColumn(String header, String row, String where, String what) throws Exception {
        list(header, row.split("%n"));
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> ImageList.read(images.resolve("images.csv")));
        assertTrue(refused.getMessage().contains(where) && (what == null || refused.getMessage().contains(what)),
                refused.getMessage());
        assertThrows(GlomeraException.class, this::run);
        assertFalse(Files.exists(folder.resolve("study/cases")), "nothing of a faulty list is taken");
    }

    @Test
    void spectWithoutAUnit_isNoCase() throws Exception {
        list("case,spect", "A,emission.nii");
        ImportPlan plan = scan();
        assertEquals(List.of(), plan.cases());
        assertTrue(plan.faulty().get(0).reason().contains("spect_unit"), plan.faulty().toString());
    }

    @Test
    void labelThatDoesNotOccur_isNamedWithThoseThatDo() throws Exception {
        list("case,ct,kidneys_ct,right", "A,sub/mu.nii.gz,organs.nii.gz,8");
        ImportPlan plan = scan();
        assertEquals(List.of(), plan.cases());
        assertTrue(plan.faulty().get(0).reason().contains("label 8") && plan.faulty().get(0).reason().contains("7, 9"),
                plan.faulty().toString());
    }

    @Test
    void caseOfOtherImages_isNotOverwritten() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "x");
        CaseInfo other = new CaseInfo("A", "P001", Acquisition.SPECT_CT, Role.TEST, List.of(), List.of(), Map.of(),
                List.of());
        study.writeCase(other);
        list("case,ct", "A,sub/mu.nii.gz", "B,sub/mu.nii.gz");
        ImportReport report = run();
        assertEquals(other, study.requireCase("A"));
        assertTrue(report.leftOut().stream().anyMatch(each -> each.reason().contains("another case A")),
                report.leftOut().toString());
    }

    @Test
    void filesThatNoListNames_areLeftOutWithAHintAndADraftNamesThem() throws Exception {
        ImportPlan plan = scan();
        assertEquals(List.of(), plan.cases());
        assertEquals(List.of(ImportHint.IMAGE_LIST), List.copyOf(plan.hints()));
        String draft = services().imageListDraft().run(new InventoryRequest(List.of(images), ImportRules.usual()),
                new NullProgressMonitor());
        assertTrue(draft.startsWith("case,patient,role,"), draft);
        assertTrue(draft.contains("emission.nii: 6 × 5 × 4, 2.00 × 3.00 × 5.00 mm"), draft);
        assertTrue(draft.contains("labels 7 (0 ml), 9 (0 ml)"), draft);
        assertFalse(draft.contains("spect_ct"), "nothing is guessed: " + draft);
    }

    @Test
    void emptyImageAndEmptyDelineation_areListedToo() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        NiftiFiles.write(empty.resolve("dark.nii"), new Volume(GRID, Quantity.UNKNOWN, new float[GRID.voxelCount()]));
        NiftiFiles.write(empty.resolve("none.nii"), new LabelMap(GRID, new byte[GRID.voxelCount()]));
        Inventory found = services().inventory().run(new InventoryRequest(List.of(empty), ImportRules.usual()),
                new NullProgressMonitor());
        assertEquals(List.of("dark.nii"), found.images().stream().map(each -> each.where()).toList());
        assertEquals(List.of("none.nii"), found.delineations().stream().map(each -> each.where()).toList());
        assertTrue(services().imageListDraft().run(new InventoryRequest(List.of(empty), ImportRules.usual()),
                new NullProgressMonitor()).contains("dark.nii: 6"));
    }

    @Test
    void oneCaseByOptions_needsNoList() throws Exception {
        ListedCase one = ListedCase.ofTexts(Map.of("patient", "Kim", "ct", images.resolve("sub/mu.nii.gz").toString(),
                "ct_offset", "-1000"), column -> "--" + column);
        ImportReport report = services().importing().run(new ImportRequest(List.of(), List.of(one),
                folder.resolve("study"), "x", RoleAssignment.fromCohortFile(), ImportRules.usual()),
                new NullProgressMonitor());
        assertEquals("Kim", report.cases().get(0).caseId());
        GlomeraException refused = assertThrows(GlomeraException.class, () -> ListedCase.ofTexts(
                Map.of("patient", "Kim", "ct", images.resolve("emission.nii").toString(), "ct_offset", "x"),
                column -> "--" + column.replace('_', '-')));
        assertTrue(refused.getMessage().startsWith("--ct-offset: 'x'"), refused.getMessage());
    }

    @Test
    void nothingOutsideTheStudy_isWritten() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        list("case,ct", "A,sub/mu.nii.gz");
        run();
        // a case folder that is a link out of the study is not followed
        Path link = folder.resolve("study/cases/B");
        Files.createSymbolicLink(link, outside);
        list("case,ct", "B,sub/mu.nii.gz");
        GlomeraException refused = assertThrows(GlomeraException.class, this::run);
        assertTrue(refused.getMessage().contains("leads out of the study"), refused.getMessage());
        try (Stream<Path> written = Files.list(outside)) {
            assertEquals(0, written.count());
        }
        // neither is an image that is a link: it is replaced
        Path file = Files.createDirectories(folder.resolve("study/cases/C")).resolve("ct.nii.gz");
        Path target = Files.writeString(outside.resolve("precious"), "as it was");
        Files.createSymbolicLink(file, target);
        Files.delete(link);
        list("case,ct", "C,sub/mu.nii.gz");
        run();
        assertEquals("as it was", Files.readString(target));
        assertFalse(Files.isSymbolicLink(file));
    }

    private void list(String header, String... rows) throws IOException {
        Files.writeString(images.resolve("images.csv"), "\ufeff" + header + "\r\n" + String.join("\r\n", rows) + "\r\n");
    }

    private ImportReport run() throws GlomeraException {
        return services().importing().run(new ImportRequest(images, folder.resolve("study"), "listed",
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
    }

    private ImportPlan scan() throws GlomeraException {
        return services().importScan().run(new ScanRequest(List.of(images), folder.resolve("study"),
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
    }

    private static PipelineServices services() {
        return new PipelineServices(new TestComponents());
    }
}
