package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.ImportRules;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.Inventory.FoundDelineation;
import org.glomera.pipeline.Inventory.FoundImage;
import org.glomera.pipeline.Inventory.FoundStructure;
import org.glomera.pipeline.Inventory.FoundVolume;
import org.glomera.pipeline.InventoryRequest;
import org.glomera.pipeline.ListedCase;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.ScanRequest;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseFile;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that others made, in the one that the system property glomera.realData names: the volumes, spacings and masks
 * are those of its manifest, found with pydicom 2.3, nibabel 5.0 and numpy.
 */
class RealFoldersTest {

    /** Volumes in the manifest are rounded to whole millilitres. */
    private static final double ROUNDED_ML = 0.5;

    @TempDir
    Path folder;

    @Test
    void interfileCtWithOrganLabels_becomesACaseWithItsKidneys() throws Exception {
        Path images = real("lu177-dotatate-patient");
        ListedCase listed = ListedCase.ofTexts(Map.of("patient", "P15", "ct", images.resolve(
                "patient15_LuDOTATATE_attn.h33").toString(), "ct_offset", "-1000", "kidneys_ct", images.resolve(
                "patient15_LuDOTATATE_src.h33").toString(), "right", "18000", "left", "17000"), column -> column);
        PlannedKidneys kidneys = planned(listed);
        // 2493 and 2052 voxels of 3.9063 x 3.9063 x 4.4196 mm
        assertEquals(168, kidneys.rightMl(), ROUNDED_ML);
        assertEquals(138, kidneys.leftMl(), ROUNDED_ML);
        services().importing().run(new ImportRequest(List.of(), List.of(listed), folder.resolve("study"), "x",
                RoleAssignment.fromCohortFile(), ImportRules.usual()), new NullProgressMonitor());
        Volume ct = NiftiFiles.readVolume(StudyFolder.open(folder.resolve("study")).caseFile("P15", CaseFile.CT),
                Quantity.HOUNSFIELD, new NullProgressMonitor());
        float least = Float.MAX_VALUE;
        for (float value : ct.values()) {
            least = Math.min(least, value);
        }
        assertEquals(-1000, least, 0);
    }

    @Test
    void interfileFolder_isListedWithItsLabels() throws Exception {
        Inventory found = inventory("lu177-dotatate-patient");
        assertVolume(found.images().get(0), "file", 108, 70, 90, 3.9063, 3.9063, 4.4196);
        assertEquals(2, found.images().size());
        FoundDelineation organs = found.delineations().get(0);
        assertEquals(List.of("15000 15381", "16000 1535", "17000 2052", "18000 2493"), organs.structures().stream()
                .limit(4).map(each -> each.name() + " " + each.voxels()).toList());
        assertEquals(List.of(), found.cases());
    }

    @Test
    void niftiCtWithOrgans_becomesACaseWithItsKidneys() throws Exception {
        Path images = real("ct-with-organs");
        PlannedKidneys kidneys = planned(ListedCase.ofTexts(Map.of("patient", "T1", "ct",
                images.resolve("example_ct.nii.gz").toString(), "kidneys_ct",
                images.resolve("example_seg_fast_force_split.nii.gz").toString(), "right", "2", "left", "3"),
                column -> column));
        assertEquals(193, kidneys.rightMl(), ROUNDED_ML);
        assertEquals(137, kidneys.leftMl(), ROUNDED_ML);
        Inventory found = inventory("ct-with-organs");
        assertVolume(found.images().get(0), "file", 122, 101, 112, 3, 3, 3);
        FoundStructure right = found.delineations().get(0).structures().get(1);
        assertEquals("2 7134", right.name() + " " + right.voxels());
    }

    @Test
    void spectStoredAsPet_isAVolumeInBqPerMlWithItsLesions() throws Exception {
        Inventory found = inventory("lu177-dotatate-spect");
        assertVolume(found.images().get(0), "PT", 256, 256, 199, 1.953, 1.953, 1.953);
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, found.images().get(0).volume().orElseThrow().quantity());
        assertEquals(2, found.delineations().get(0).structures().size());
        assertEquals("I1", found.delineations().get(0).image().orElseThrow());
        assertEquals("I1", found.cases().get(0).spect().orElseThrow());
        assertTrue(found.hints().contains(ImportHint.KIDNEY_NAMES));
    }

    @Test
    void kidneyMasksWithoutImages_areListedAndMakeNoCase() throws Exception {
        Inventory found = inventory("kidney-masks");
        assertEquals(25, found.delineations().size());
        assertEquals(List.of(), found.cases());
        for (FoundDelineation mask : found.delineations()) {
            double slices = mask.grid().map(Grid::spacingMm).map(s -> Math.max(s.x(), Math.max(s.y(), s.z())))
                    .orElseThrow();
            assertTrue(slices >= 0.5 && slices <= 5, mask.where() + " " + slices);
            assertEquals("1", mask.structures().get(0).name(), mask.where());
        }
    }

    @Test
    void phantomsAsDicomAndAsNifti_haveTheSameSizeAndSpacing() throws Exception {
        Inventory found = inventory("orientation");
        List<FoundImage> dicom = found.images().stream().filter(each -> !each.modality().equals("file")).toList();
        assertEquals(3, dicom.stream().filter(each -> each.volume().isPresent()).count(), dicom.toString());
        List<String> files = found.images().stream().filter(each -> each.modality().equals("file"))
                .map(RealFoldersTest::size).toList();
        List<String> masks = found.delineations().stream().map(each -> size(each.grid().orElseThrow())).toList();
        for (FoundImage image : dicom) {
            assertTrue(files.contains(size(image)) || masks.contains(size(image)), size(image) + " in " + files + masks);
        }
    }

    private static String size(FoundImage image) {
        return size(image.volume().map(FoundVolume::grid).orElseThrow());
    }

    private static String size(Grid grid) {
        return "%d %d %d of %.2f %.2f %.2f mm".formatted(grid.nx(), grid.ny(), grid.nz(), grid.spacingMm().x(),
                grid.spacingMm().y(), grid.spacingMm().z());
    }

    @Test
    void heartAndPlanarImages_areListedAndMakeNoCase() throws Exception {
        Inventory found = inventory("nm");
        assertEquals(3, found.images().size());
        assertEquals(List.of(), found.cases());
        assertFalse(found.images().stream().anyMatch(each -> each.volume().isEmpty() && each.problem().isEmpty()));
    }

    @Test
    void everyOtherFolder_canBeLookedThroughAndNamesNoPatient() throws Exception {
        for (String name : List.of("ct-jpeg2000", "transfer-syntaxes", "series-problems", "odd-files", "seg",
                "rtstruct")) {
            Inventory found = inventory(name);
            assertTrue(found.files() > 0, name);
            assertFalse(found.toString().contains(real(name).toString()), name + " names the whole path");
            for (FoundImage image : found.images()) {
                assertEquals(image.volume().isEmpty(), !image.problem().isEmpty(), name + " " + image);
            }
        }
    }

    private static void assertVolume(FoundImage image, String modality, int nx, int ny, int nz, double x, double y,
            double z) {
        Grid grid = image.volume().map(FoundVolume::grid).orElseThrow();
        assertEquals(modality + " " + nx + " " + ny + " " + nz, image.modality() + " " + grid.nx() + " " + grid.ny() + " "
                + grid.nz());
        // the manifest has three or four decimals
        assertEquals(x, grid.spacingMm().x(), 5e-4);
        assertEquals(y, grid.spacingMm().y(), 5e-4);
        assertEquals(z, grid.spacingMm().z(), 5e-4);
    }

    private PlannedKidneys planned(ListedCase listed) throws GlomeraException {
        var plan = services().importScan().run(new ScanRequest(List.of(), List.of(listed), folder.resolve("study"),
                RoleAssignment.fromCohortFile(), ImportRules.usual()), new NullProgressMonitor());
        assertFalse(plan.cases().get(0).remarks().stream().anyMatch(each -> each.contains("lies at the patient's left")),
                plan.cases().toString());
        return plan.cases().get(0).kidneysCt().orElseThrow();
    }

    private static Inventory inventory(String name) throws GlomeraException {
        return services().inventory().run(new InventoryRequest(List.of(real(name)), ImportRules.usual()),
                new NullProgressMonitor());
    }

    private static PipelineServices services() {
        return new PipelineServices(new TestComponents());
    }

    private static Path real(String name) {
        String real = System.getProperty("glomera.realData", "");
        assumeTrue(!real.isEmpty(), "skipped: glomera.realData names no folder with images of others");
        assumeTrue(Files.isDirectory(Path.of(real, name)), () -> "skipped: there is no folder " + name + " in " + real);
        return Path.of(real, name);
    }
}
