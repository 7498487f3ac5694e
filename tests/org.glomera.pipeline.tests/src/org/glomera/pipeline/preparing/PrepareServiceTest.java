package org.glomera.pipeline.preparing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.resample.Resampler;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing cases that are written straight into a study folder. */
class PrepareServiceTest {

    private final Grid grid = Grid.axial(20, 18, 22, new Vector3(6, 7, 5), new Vector3(0, 0, 0));

    @TempDir
    Path folder;

    private StudyFolder study;
    private NetworkPreset standard;

    @BeforeEach
    void makeStudy() throws GlomeraException {
        study = StudyFolder.create(folder.resolve("study"), "prepared");
        standard = SmallStudy.preset().networks().get(1);
        write("A", Role.TRAINING, ct());
        write("B", Role.TRAINING, ct());
        write("T", Role.TEST, ct());
    }

    @Test
    void samples_areTheCasesInOrder() throws GlomeraException {
        PrepareReport report = prepare(standard);
        assertEquals(List.of("A", "B"), report.training());
        assertEquals(List.of("T"), report.test());
        PreparedFiles files = new PreparedFiles(study, standard.name());
        Sample sample = new PreparedSamples(files, files.read(), report.training()).get(0);
        assertEquals(1, sample.channels().length);
        assertEquals(16 * 16 * 16, sample.mask().length);
        float inside = 0;
        for (float value : sample.mask()) {
            inside += value;
        }
        assertTrue(inside > 0);
    }

    @Test
    void facts_giveBackTheHuOfEveryCasesOwnImage() throws GlomeraException {
        Volume brighter = ct();
        for (int i = 0; i < brighter.values().length; i++) {
            brighter.values()[i] = 1.5f * brighter.values()[i] + 20;
        }
        NiftiFiles.write(study.caseFile("B", CaseFile.CT), brighter);
        PrepareReport report = prepare(standard);
        PreparedFiles files = new PreparedFiles(study, standard.name());
        PreparedSamples samples = new PreparedSamples(files, files.read(), report.training());
        for (int i = 0; i < 2; i++) {
            ImageFacts facts = samples.facts(i).orElseThrow();
            // 20 * 6 mm, 18 * 7 mm and 22 * 5 mm in 16 voxels each; NIfTI keeps positions in single precision
            assertEquals(120 / 16.0, facts.spacingMm().x(), 1e-4);
            assertEquals(126 / 16.0, facts.spacingMm().y(), 1e-4);
            assertEquals(110 / 16.0, facts.spacingMm().z(), 1e-4);
            ChannelFacts channel = facts.channels().get(0);
            assertEquals(-1000, channel.outside());
            float[] hu = Resampler.average(CaseImages.ct(study, study.requireCase(report.training().get(i))),
                    new InputBuilder(standard.channels(), files.read().preparation()).inputGrid(grid), -1000).values();
            float[] normalised = samples.get(i).channels()[0];
            for (int v = 0; v < hu.length; v++) {
                double clipped = Math.min(Math.max(hu[v], channel.scale().low()), channel.scale().high());
                // single precision of values up to 300 HU
                assertEquals(clipped, channel.scale().valueOf(normalised[v]), 1e-3, "voxel " + v);
            }
        }
    }

    @Test
    void aCaseThatAnEarlierVersionPrepared_isReadWithoutFacts() throws GlomeraException, IOException {
        PrepareReport report = prepare(standard);
        PreparedFiles files = new PreparedFiles(study, standard.name());
        forgetFacts(files.caseFile("A"));
        PreparedSamples samples = new PreparedSamples(files, files.read(), report.training());
        assertTrue(samples.facts(0).isEmpty());
        assertTrue(samples.facts(1).isPresent());
        // a network without augmentation has no need to prepare it again
        assertEquals(3, prepare(standard).alreadyThere());
    }

    private static void forgetFacts(Path file) throws GlomeraException, IOException {
        ObjectNode tree = (ObjectNode) StudyJson.mapper().readTree(file.toFile());
        tree.remove(List.of("spacingMm", "scales"));
        StudyJson.write(file, tree);
    }

    @Test
    void trainedFieldOfView_isTheMedian() throws GlomeraException {
        prepare(standard);
        Vector3 field = new PreparedFiles(study, standard.name()).read().preparation().fieldOfViewMm();
        // 20 * 6, 18 * 7, 22 * 5; NIfTI keeps positions in single precision
        assertEquals(120, field.x(), 1e-3);
        assertEquals(126, field.y(), 1e-3);
        assertEquals(110, field.z(), 1e-3);
    }

    @Test
    void unchangedCases_areSkippedAndChangedOnesMadeAnew() throws Exception {
        prepare(standard);
        Path prepared = study.preparedFolder(standard.name());
        FileTime longAgo = FileTime.fromMillis(0);
        for (String file : List.of("A_ct.nii.gz", "B_ct.nii.gz")) {
            Files.setLastModifiedTime(prepared.resolve(file), longAgo);
        }
        Volume changed = ct();
        changed.values()[17] = 55;
        NiftiFiles.write(study.caseFile("B", CaseFile.CT), changed);
        assertEquals(2, prepare(standard).alreadyThere());
        assertEquals(longAgo, Files.getLastModifiedTime(prepared.resolve("A_ct.nii.gz")));
        assertTrue(Files.getLastModifiedTime(prepared.resolve("B_ct.nii.gz")).toMillis() > 0);
    }

    @Test
    void otherSettings_makeEveryCaseAnew() throws GlomeraException {
        prepare(standard);
        NetworkPreset larger = new NetworkPreset(standard.name(), standard.title(), standard.architecture(),
                standard.channels(), standard.cases(), 2, 2, List.of(20, 16, 16), standard.preparation(),
                standard.training());
        assertEquals(0, prepare(larger).alreadyThere());
    }

    @Test
    void deletedImage_isMadeAnew() throws Exception {
        prepare(standard);
        Files.delete(study.preparedFolder(standard.name()).resolve("A_mask.nii.gz"));
        assertEquals(2, prepare(standard).alreadyThere());
        assertTrue(Files.exists(study.preparedFolder(standard.name()).resolve("A_mask.nii.gz")));
    }

    @Test
    void nonFiniteVoxel_excludesItsCaseWithTheReason() throws GlomeraException {
        Volume broken = ct();
        broken.values()[100] = Float.NaN;
        NiftiFiles.write(study.caseFile("B", CaseFile.CT), broken);
        PrepareReport report = prepare(standard);
        assertEquals(List.of("A"), report.training());
        assertEquals("B", report.excluded().get(0).caseId());
        assertEquals("The CT has 1 voxel that is no finite number.", report.excluded().get(0).reason());
    }

    @Test
    void caseWithoutDelineation_isExcludedForWhatItLacks() throws GlomeraException {
        study.writeCase(new CaseInfo("B", "B", Acquisition.SPECT_CT, Role.TRAINING, List.of(CaseFile.CT), List.of(),
                Map.of(), List.of()));
        assertEquals("The case has no delineation of the kidneys on the CT.",
                prepare(standard).excluded().get(0).reason());
    }

    @Test
    void missingFile_isNamedAndNothingIsClaimed() throws Exception {
        Path ct = study.caseFile("B", CaseFile.CT);
        Files.delete(ct);
        GlomeraException failed = assertThrows(GlomeraException.class, () -> prepare(standard));
        assertEquals(Kind.INPUT, failed.kind());
        assertTrue(failed.getMessage().contains(ct.toString()), failed.getMessage());
        assertTrue(Files.notExists(new PreparedFiles(study, standard.name()).summary()));
    }

    @Test
    void diagnosticCases_areForTheNetworkThatAsksForThem() throws GlomeraException {
        study.writeCase(study.requireCase("B").withRole(Role.TRAINING));
        CaseInfo b = study.requireCase("B");
        study.writeCase(new CaseInfo("B", b.patient(), Acquisition.DIAGNOSTIC_CT, b.role(), b.available(), b.sources(),
                b.truth(), b.remarks()));
        assertEquals(List.of("A"), prepare(standard).training());
        assertEquals(List.of("A", "B"), prepare(SmallStudy.preset().networks().get(2)).training());
    }

    @Test
    void studyWithoutTestCases_isRefused() throws GlomeraException {
        study.writeCase(study.requireCase("T").withRole(Role.UNASSIGNED));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> prepare(standard));
        assertTrue(refused.getMessage().contains("no test case"), refused.getMessage());
    }

    @Test
    void unwritableFolder_isReportedWithItsName() throws Exception {
        // a file where the folder should be stands for a disk that takes nothing more
        Path inTheWay = study.root().resolve("prepared");
        Files.writeString(inTheWay, "");
        GlomeraException failed = assertThrows(GlomeraException.class, () -> prepare(standard));
        assertTrue(failed.getMessage().contains(inTheWay.toString()), failed.getMessage());
    }

    private PrepareReport prepare(NetworkPreset network) throws GlomeraException {
        return new PipelineServices(new TestComponents()).prepare().run(new PrepareRequest(study.root(), network),
                new NullProgressMonitor());
    }

    private Volume ct() {
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 97 - 40;
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    private void write(String id, Role role, Volume ct) throws GlomeraException {
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 6; z < 14; z++) {
            for (int y = 6; y < 12; y++) {
                for (int x = 3; x < 7; x++) {
                    labels[grid.index(x, y, z)] = 1;
                    labels[grid.index(x + 9, y, z)] = 2;
                }
            }
        }
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), ct);
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_CT), new LabelMap(grid, labels));
        study.writeCase(new CaseInfo(id, id, Acquisition.SPECT_CT, role, List.of(CaseFile.CT, CaseFile.KIDNEYS_CT),
                List.of(), Map.of(), List.of()));
    }
}
