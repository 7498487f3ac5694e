package org.glomera.pipeline.registering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nifti.NiftiPlacement;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.RegisterRequest.Accept;
import org.glomera.pipeline.RegisterRequest.Keep;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.RegisterRequest.Search;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.pipeline.RegisterResult;
import org.glomera.pipeline.RegisterResult.Outcome;
import org.glomera.pipeline.RegisterResult.State;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.pipeline.testing.TestMethods;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.RegistrationState;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registering cases that are written straight into a study folder. */
class RegisterServiceTest {

    /** NIfTI keeps positions in single precision: 0.00006 mm at 1000 mm, a few of them in a product. */
    private static final double SINGLE_MM = 5e-4;
    private static final Grid CT = Grid.axial(30, 24, 20, new Vector3(3, 4, 5), new Vector3(-45, -40, 880));
    /** Anisotropic, and turned by 7 degrees about x. */
    private static final Grid SPECT = new Grid(20, 18, 16, new Affine3(new Vector3(4.8, 0, 0),
            new Vector3(0, 4.9 * Math.cos(Math.toRadians(7)), 4.9 * Math.sin(Math.toRadians(7))),
            new Vector3(0, -5.1 * Math.sin(Math.toRadians(7)), 5.1 * Math.cos(Math.toRadians(7))),
            new Vector3(-44, -30, 882)));

    @TempDir
    Path folder;

    private StudyFolder study;

    @BeforeEach
    void makeStudy() throws GlomeraException {
        study = StudyFolder.create(folder.resolve("study"), "registered");
        write("A");
        write("B");
        NiftiFiles.write(study.caseFile("D", CaseFile.CT), new Volume(CT, Quantity.HOUNSFIELD,
                new float[CT.voxelCount()]));
        study.writeCase(new CaseInfo("D", "D", Acquisition.DIAGNOSTIC_CT, Role.TRAINING, List.of(CaseFile.CT), List.of(),
                Map.of(), List.of()));
    }

    private void write(String id) throws GlomeraException {
        float[] hu = new float[CT.voxelCount()];
        float[] bq = new float[SPECT.voxelCount()];
        for (int i = 0; i < hu.length; i++) {
            hu[i] = i % 97 - 40;
        }
        for (int i = 0; i < bq.length; i++) {
            bq[i] = (float) (1000 * Math.exp(Math.sin(i)));
        }
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), new Volume(CT, Quantity.HOUNSFIELD, hu));
        NiftiFiles.write(study.caseFile(id, CaseFile.SPECT), new Volume(SPECT, Quantity.ACTIVITY_CONCENTRATION, bq));
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_CT), whereTheyBelong(kidneys(SPECT, 5, 13)));
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_SPECT), kidneys(SPECT, 5, 13));
        study.writeCase(new CaseInfo(id, id, Acquisition.SPECT_CT, Role.TRAINING, List.of(CaseFile.values()), List.of(),
                Map.of(), List.of()));
    }

    /** Boxes of 3 x 5 x 6 voxels that begin at x. */
    private static LabelMap kidneys(Grid grid, int right, int left) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 5; z < 11; z++) {
            for (int y = 6; y < 11; y++) {
                for (int x = 0; x < 3; x++) {
                    labels[grid.index(right + x, y, z)] = (byte) Side.RIGHT.label();
                    labels[grid.index(left + x, y, z)] = (byte) Side.LEFT.label();
                }
            }
        }
        return new LabelMap(grid, labels);
    }

    /** The kidneys of the SPECT on the CT, where {@link TestMethods#MOVE} brings them. */
    private static LabelMap whereTheyBelong(LabelMap drawn) {
        Affine3 toSpect = moved(SPECT, TestMethods.MOVE.toAffine()).voxelToPatientMm().inverse()
                .after(CT.voxelToPatientMm());
        byte[] labels = new byte[CT.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 place = toSpect.apply(i % 30, i / 30 % 24, i / 720);
            int x = (int) Math.round(place.x());
            int y = (int) Math.round(place.y());
            int z = (int) Math.round(place.z());
            labels[i] = (byte) (SPECT.contains(x, y, z) ? drawn.at(x, y, z) : 0);
        }
        return new LabelMap(CT, labels);
    }

    private RegisterResult run(RegisterRequest.Action action, boolean dryRun, String... cases) throws GlomeraException {
        return new PipelineServices(new TestComponents()).register().run(new RegisterRequest(study.root(), List.of(cases),
                action, dryRun), new NullProgressMonitor());
    }

    private Outcome only(RegisterRequest.Action action, boolean dryRun, String id) throws GlomeraException {
        return run(action, dryRun, id).outcomes().get(0);
    }

    private static Search search(String method) {
        return new Search(method, Optional.empty(), false);
    }

    private Path spect(String id) throws GlomeraException {
        return study.caseFile(id, CaseFile.SPECT);
    }

    private Volume volume(String id) throws GlomeraException {
        return NiftiFiles.readVolume(spect(id), Quantity.ACTIVITY_CONCENTRATION);
    }

    private static Grid moved(Grid grid, Affine3 by) {
        return new Grid(grid.nx(), grid.ny(), grid.nz(), by.after(grid.voxelToPatientMm()));
    }

    private static double meanUnder(LabelMap kidneys, Volume image) {
        double sum = 0;
        for (int i = 0; i < image.values().length; i++) {
            sum += kidneys.labels()[i] == 1 ? image.values()[i] : 0;
        }
        return sum / kidneys.count(Side.RIGHT);
    }

    @Test
    void registering_movesSpectAndItsDelineation_andNoVoxel() throws GlomeraException {
        Volume before = volume("A");
        LabelMap drawn = NiftiFiles.readLabelMap(study.caseFile("A", CaseFile.KIDNEYS_SPECT));
        Volume ct = NiftiFiles.readVolume(study.caseFile("A", CaseFile.CT), Quantity.HOUNSFIELD);
        assertEquals(State.APPLIED, only(search("move"), false, "A").state());
        Affine3 move = TestMethods.MOVE.toAffine();
        Volume after = volume("A");
        assertTrue(after.grid().isSameAs(moved(SPECT, move), SINGLE_MM));
        assertArrayEquals(before.values(), after.values());
        LabelMap drawnAfter = NiftiFiles.readLabelMap(study.caseFile("A", CaseFile.KIDNEYS_SPECT));
        assertTrue(drawnAfter.grid().isSameAs(after.grid(), SINGLE_MM));
        assertArrayEquals(drawn.labels(), drawnAfter.labels());
        assertEquals(meanUnder(drawn, before), meanUnder(drawnAfter, after));
        // a rigid movement leaves volumes; the determinant is rounded to single precision
        assertEquals(drawn.volumeMl(Side.RIGHT), drawnAfter.volumeMl(Side.RIGHT), 1e-4);
        assertEquals(ct.grid(), NiftiFiles.readGrid(study.caseFile("A", CaseFile.CT)));
        assertTrue(volume("B").grid().isSameAs(SPECT, SINGLE_MM));
    }

    @Test
    void whatIsKept_saysTheSameAsSixNumbersAndAsAMatrix() throws GlomeraException {
        run(search("move"), false, "A");
        CaseRegistration kept = CaseRegistration.read(study, "A").orElseThrow();
        assertEquals(RegistrationState.APPLIED, kept.state());
        assertEquals(0.25, kept.scoreBefore());
        assertEquals(0.75, kept.scoreAfter());
        // the method turns about the patient's origin; what is kept about the middle of the SPECT
        Vector3 middle = NiftiFiles.readGrid(study.caseFile("B", CaseFile.SPECT)).centreMm();
        assertEquals(0, Matrices.vector(kept.centreMm()).minus(middle).length(), 1e-9);
        Vector3 point = new Vector3(10, 20, 930);
        assertEquals(0, Matrices.affine(kept.spectToCtMm()).apply(point).minus(TestMethods.MOVE.apply(point)).length(),
                1e-9);
        assertEquals(0, Matrices.vector(kept.shiftMm()).minus(TestMethods.MOVE.apply(middle).minus(middle)).length(), 1e-9);
        assertEquals(TestMethods.MOVE.rotationDegrees(), Matrices.vector(kept.rotationDegrees()));
        assertEquals(TestMethods.MOVE.angleDegrees(), kept.angleDegrees(), 1e-9);
    }

    @Test
    void undoing_restoresTheFilesToTheLastByte() throws Exception {
        Map<String, String> before = SmallStudy.hashes(study.caseFolder("A"));
        run(search("move"), false, "A");
        assertFalse(before.equals(SmallStudy.hashes(study.caseFolder("A"))));
        assertEquals(State.UNDONE, only(new Undo(), false, "A").state());
        assertEquals(before, SmallStudy.hashes(study.caseFolder("A")));
        assertEquals(State.LEFT_OUT, only(new Undo(), false, "A").state());
    }

    @Test
    void aSecondRegistration_startsFromTheOriginal() throws Exception {
        Map<String, String> before = SmallStudy.hashes(study.caseFolder("A"));
        run(search("move"), false, "A");
        byte[] once = Files.readAllBytes(spect("A"));
        run(search("move"), false, "A");
        assertArrayEquals(once, Files.readAllBytes(spect("A")));
        run(new Search("manual", Optional.of(new Movement(new Vector3(1, 2, 3), new Vector3(0, 0, 90))), true), false, "A");
        Vector3 middle = SPECT.centreMm();
        // a quarter turn about z through the middle: +x to +y; then the shift
        Vector3 expected = middle.plus(new Vector3(1, 2, 3)).plus(new Vector3(0, 10, 0));
        Grid now = volume("A").grid();
        Vector3 tenMmLeft = SPECT.voxelToPatientMm().inverse().apply(middle.plus(new Vector3(10, 0, 0)));
        assertEquals(0, now.patientMm(tenMmLeft.x(), tenMmLeft.y(), tenMmLeft.z()).minus(expected).length(), SINGLE_MM);
        run(new Undo(), false, "A");
        assertEquals(before, SmallStudy.hashes(study.caseFolder("A")));
    }

    @Test
    void aResultWithWarnings_isKeptAndNotApplied_untilSomebodyAcceptsIt() throws Exception {
        byte[] before = Files.readAllBytes(spect("A"));
        Outcome outcome = only(search("doubtful"), false, "A");
        assertEquals(State.PROPOSED, outcome.state());
        assertEquals("They hardly overlap.", outcome.found().orElseThrow().warnings().get(0));
        assertArrayEquals(before, Files.readAllBytes(spect("A")));
        assertTrue(CaseRegistration.read(study, "A").isEmpty());
        assertEquals(RegistrationState.PROPOSED, CaseRegistration.readProposed(study, "A").orElseThrow().state());
        assertEquals(State.APPLIED, only(new Accept(), false, "A").state());
        assertTrue(volume("A").grid().isSameAs(moved(SPECT, TestMethods.MOVE.toAffine()), SINGLE_MM));
        assertTrue(CaseRegistration.readProposed(study, "A").isEmpty());
        assertEquals(State.LEFT_OUT, only(new Accept(), false, "A").state());
        assertEquals(State.APPLIED, only(new Search("doubtful", Optional.empty(), true), false, "B").state());
    }

    @Test
    void aDryRun_writesNothing_andWhatItFoundCanBeKept() throws Exception {
        Map<String, String> before = SmallStudy.hashes(study.root());
        RegisterResult result = run(search("move"), true);
        // D has no SPECT
        assertEquals(List.of("A", "B"), result.outcomes().stream().map(Outcome::caseId).toList());
        assertEquals(2, result.count(State.FOUND));
        assertEquals(before, SmallStudy.hashes(study.root()));
        assertEquals(State.APPLIED, only(new Keep(result.outcomes().get(0).found().orElseThrow()), false, "A").state());
        // what was found for A is not B's, whose SPECT lies elsewhere
        NiftiPlacement.write(spect("B"), NiftiPlacement.of(spect("B"), moved(SPECT,
                Affine3.translation(new Vector3(1, 0, 0)))), new NullProgressMonitor());
        Outcome refused = only(new Keep(result.outcomes().get(1).found().orElseThrow()), false, "B");
        assertEquals(State.FAILED, refused.state());
    }

    @Test
    void theOverlapOfTheKidneys_isSaidBeforeAndAfter_andWarnsWhenItFalls() throws GlomeraException {
        CaseRegistration found = only(new Search("manual", Optional.of(new Movement(new Vector3(0, 0, 400),
                new Vector3(0, 0, 0))), false), true, "A").found().orElseThrow();
        assertTrue(found.kidneysDiceBefore() > 0.1, String.valueOf(found.kidneysDiceBefore()));
        assertEquals(0, found.kidneysDiceAfter());
        assertFalse(found.trusted());
        assertTrue(found.warnings().get(0).contains("overlap less than before"), found.warnings().get(0));
    }

    @Test
    void dice_isOneForTheSameMap_andHalfForHalfTheBox() {
        LabelMap map = kidneys(CT, 9, 20);
        assertEquals(1, KidneyOverlap.dice(map, map));
        Affine3 half = Affine3.translation(new Vector3(0, 0, 15));
        // moved by 3 of 6 slices of 5 mm: 2 * 1/2 / (1 + 1)
        assertEquals(0.5, KidneyOverlap.dice(map, new LabelMap(moved(CT, half), map.labels())), 1e-12);
        LabelMap empty = new LabelMap(CT, new byte[CT.voxelCount()]);
        assertTrue(Double.isNaN(KidneyOverlap.dice(empty, empty)));
    }

    @Test
    void whateverInterrupts_isEndedByTheNextWriter() throws Exception {
        Map<String, String> before = SmallStudy.hashes(study.caseFolder("A"));
        run(search("move"), false, "A");
        Map<String, String> after = SmallStudy.hashes(study.caseFolder("A"));
        CaseRegistration applied = CaseRegistration.read(study, "A").orElseThrow();
        // stopped when only the SPECT had been moved
        Path drawn = study.caseFile("A", CaseFile.KIDNEYS_SPECT);
        NiftiPlacement.write(drawn, applied.images().get(1).originalHeader(), new NullProgressMonitor());
        applied.withState(RegistrationState.APPLYING).write(study, "A");
        run(search("move"), false, "B");
        assertEquals(after, SmallStudy.hashes(study.caseFolder("A")));
        // stopped when only the SPECT had been moved back
        NiftiPlacement.write(spect("A"), applied.images().get(0).originalHeader(), new NullProgressMonitor());
        applied.withState(RegistrationState.UNDOING).write(study, "A");
        run(new Undo(), false, "B");
        assertEquals(before, SmallStudy.hashes(study.caseFolder("A")));
    }

    @Test
    void anImageThatCannotBeMoved_leavesAllAsItWas() throws Exception {
        Path drawn = study.caseFile("A", CaseFile.KIDNEYS_SPECT);
        CaseRegistration found = only(search("move"), true, "A").found().orElseThrow();
        byte[] packed = Files.readAllBytes(drawn);
        Files.write(drawn, Arrays.copyOf(packed, packed.length - 9));
        Map<String, String> before = SmallStudy.hashes(study.caseFolder("A"));
        Outcome failed = only(new Keep(found), false, "A");
        assertEquals(State.FAILED, failed.state());
        assertTrue(failed.sentence().contains("kidneys_spect.nii.gz"), failed.sentence());
        assertEquals(before, SmallStudy.hashes(study.caseFolder("A")));
    }

    @Test
    void whatCannotBeDone_isSaidCaseByCase() throws Exception {
        Files.write(spect("A"), new byte[10]);
        RegisterResult result = run(search("move"), false);
        assertEquals(State.FAILED, result.outcomes().get(0).state());
        assertTrue(result.outcomes().get(0).sentence().contains(spect("A").toString()));
        assertEquals(State.APPLIED, result.outcomes().get(1).state());
        assertEquals("1 applied, 1 failed.", result.summary());
        assertEquals("The case has no SPECT.", only(search("move"), false, "D").sentence());
        assertTrue(only(search("never"), false, "B").sentence().contains("It never does."));
        assertEquals(Kind.CONFIGURATION, assertThrows(GlomeraException.class, () -> run(search("unknown"), false)).kind());
        assertThrows(GlomeraException.class, () -> run(search("move"), false, "Z"));
    }

    @Test
    void anImageThatSomethingElseMoved_isNotMovedAgain() throws Exception {
        run(search("move"), false, "A");
        write("A");
        Outcome refused = only(new Undo(), false, "A");
        assertEquals(State.FAILED, refused.state());
        assertTrue(refused.sentence().contains("Import the case again."), refused.sentence());
        assertEquals(Optional.of("The SPECT had been registered to the CT; the images changed, so it lies as it was"
                + " imported. Register it again."), Placements.drop(study, "A"));
        assertEquals(State.APPLIED, only(search("move"), false, "A").state());
    }

    @Test
    void prepared_casesAreMadeAnewAfterARegistration_andNotAfterItsUndoing() throws GlomeraException {
        study.writeCase(study.requireCase("B").withRole(Role.TEST));
        NetworkPreset hybrid = SmallStudy.preset().networks().get(0);
        assertEquals(0, prepare(hybrid));
        assertEquals(2, prepare(hybrid));
        run(search("move"), false, "A");
        assertEquals(1, prepare(hybrid));
        run(new Undo(), false, "A");
        assertEquals(1, prepare(hybrid));
        assertEquals(2, prepare(hybrid));
    }

    private int prepare(NetworkPreset network) throws GlomeraException {
        return new PipelineServices(new TestComponents()).prepare().run(new PrepareRequest(study.root(), network),
                new NullProgressMonitor()).alreadyThere();
    }

    @Test
    void cancelling_leavesTheStudyWhole() throws Exception {
        Map<String, String> before = SmallStudy.hashes(study.root(), ".lock");
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> new PipelineServices(new TestComponents()).register()
                .run(new RegisterRequest(study.root(), List.of(), search("move"), false), cancelled));
        assertEquals(before, SmallStudy.hashes(study.root(), ".lock"));
    }
}
