package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.SegmentCasesRequest;
import org.glomera.pipeline.SegmentCasesResult;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmenting cases of a study with networks that a user chooses. */
class CaseSegmentTest {

    @TempDir
    Path folder;
    private StudyFolder study;

    @BeforeEach
    void makeStudy() throws GlomeraException {
        study = StudyFolder.create(folder.resolve("study"), "Study");
        addCase("P001", CaseFile.CT);
        NiftiFiles.write(study.caseFile("P001", CaseFile.CT), BrightPhantom.phantom(BrightPhantom.GRID));
        addCase("P002");
    }

    private void addCase(String id, CaseFile... files) throws GlomeraException {
        study.writeCase(new CaseInfo(id, id, Acquisition.SPECT_CT, Role.TEST, List.of(files), List.of(), Map.of(),
                List.of()));
    }

    private Path model(int seed) throws GlomeraException {
        return BrightPhantom.model(folder.resolve("model" + seed), false, BrightPhantom.fieldOf(BrightPhantom.GRID), seed);
    }

    private SegmentCasesResult segment(List<String> cases, List<Path> models, String name) throws GlomeraException {
        return BrightPhantom.services().segmentCases().run(new SegmentCasesRequest(study.root(), cases, models,
                new Windowing.ByCard(), name, true), new NullProgressMonitor());
    }

    @Test
    void result_isShownBesideTheDelineationsOfTheCase() throws GlomeraException {
        SegmentCasesResult result = segment(List.of("P001"), List.of(model(1), model(2)), "both-networks");
        assertEquals(List.of("both-networks"), study.segmented("P001"));
        assertTrue(Files.isRegularFile(study.segmentedFile("P001", "both-networks", ".disagreement.nii.gz")));
        assertTrue(Files.isRegularFile(study.segmentedFile("P001", "both-networks", ".json")));
        Delineation shown = ViewedCaseReader.read(study.root(), "P001", "", new NullProgressMonitor()).delineations()
                .stream().filter(each -> each.id().equals("segmented/both-networks")).findFirst().orElseThrow();
        assertFalse(shown.isManual());
        assertEquals(result.segmented().get("P001").volumeMl().get(Side.LEFT),
                shown.content() instanceof Delineation.Drawn drawn ? drawn.leftMl() : Double.NaN, 0);
    }

    @Test
    void caseThatCannotBeSegmented_isNamed_andTheOthersAreDone() throws GlomeraException {
        SegmentCasesResult result = segment(List.of("P002", "P001"), List.of(model(1)), "one");
        assertEquals(Set.of("P001"), result.segmented().keySet());
        assertTrue(result.refused().get("P002").contains("has no CT"), result.refused().toString());
        List<String> alone = List.of("P002");
        List<Path> models = List.of(model(1));
        assertThrows(GlomeraException.class, () -> segment(alone, models, "one"));
    }

    @Test
    void nameThatLeavesTheFolder_isRefused() throws GlomeraException {
        List<String> cases = List.of("P001");
        List<Path> models = List.of(model(1));
        assertThrows(GlomeraException.class, () -> segment(cases, models, "../../other"));
    }
}
