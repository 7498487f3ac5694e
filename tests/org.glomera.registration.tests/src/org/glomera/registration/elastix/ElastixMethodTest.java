package org.glomera.registration.elastix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.progress.CancelOnlyMonitor;
import org.glomera.registration.Drawn;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ElastixMethodTest {

    private static final Grid CT = Grid.axial(90, 70, 60, new Vector3(4.2, 3.9, 6), new Vector3(-190, -135, -175));
    private static final RigidTransform TRUTH = new RigidTransform(new Vector3(0, 20, 0), new Vector3(3, -2, 4),
            new Vector3(8, -5, 6));
    /** Half a voxel of the SPECT. */
    private static final double HALF_A_VOXEL_MM = 3;

    @TempDir
    private Path folder;

    static boolean elastixIsInstalled() {
        return ElastixProgram.installed().isPresent();
    }

    /** Voxels of 6 x 6.2 x 6.5 mm, tilted. */
    private static Grid tilted() {
        return new Grid(58, 48, 52, new RigidTransform(new Vector3(0, 0, 0), new Vector3(2, 5, -3), new Vector3(0, 0, 0))
                .toAffine().after(new Affine3(new Vector3(6, 0, 0), new Vector3(0, 6.2, 0), new Vector3(0, 0, 6.5),
                        new Vector3(-180, -145, -170))));
    }

    private static RegistrationTask task() {
        return RegistrationTask.of(Drawn.ct(CT, 1), Drawn.spect(tilted(), TRUTH, 2));
    }

    /** A program that does what a line of shell says. */
    private ElastixMethod method(String line, Duration longest) throws IOException {
        Path script = folder.resolve("elastix");
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new ElastixMethod(() -> Optional.of(script), longest);
    }

    @Test
    @EnabledIf(value = "elastixIsInstalled", disabledReason = "elastix is not installed (Debian package elastix).")
    void aKnownMovement_isFoundFromAStartToo() throws GlomeraException {
        for (RigidTransform start : new RigidTransform[] {RigidTransform.identity(new Vector3(0, 0, 0)),
            new RigidTransform(new Vector3(10, 0, 0), new Vector3(0, 2, 0), new Vector3(5, 0, 4))}) {
            Registration found = new ElastixMethod().register(task().withStart(start), new NullProgressMonitor());
            double error = Drawn.errorMm(found.transform(), TRUTH, Drawn.kidneys(tilted(), TRUTH));
            assertTrue(error <= HALF_A_VOXEL_MM, "error in mm: " + error);
            assertTrue(found.scoreAfter() > found.scoreBefore());
        }
    }

    @Test
    void theResult_isTurnedFromFixedToMovingIntoMovingToFixed() throws GlomeraException {
        // a quarter turn about z through (10, 0, 0), then 3 mm to the head: (10, 5, 0) of the CT is (5, 0, 3) of the SPECT
        RigidTransform found = ElastixTransform.movingToFixed("""
                (Transform "EulerTransform")
                (NumberOfParameters 6)
                (TransformParameters 0 0 1.5707963267948966 0 0 3)
                (ComputeZYX "true")
                (CenterOfRotationPoint 10 0 0)
                """);
        assertEquals(0, found.apply(new Vector3(5, 0, 3)).minus(new Vector3(10, 5, 0)).length(), 1e-12);
    }

    @Test
    void theOrderOfRotations_isTheOneThatTheFileNames() throws GlomeraException {
        String text = """
                (Transform "EulerTransform")
                (TransformParameters 1.5707963267948966 1.5707963267948966 0 0 0 0)
                (ComputeZYX "%s")
                (CenterOfRotationPoint 0 0 0)
                """;
        // a quarter turn about y takes z to x, one about x takes y to z; z of the CT, first about y: x, which stays;
        // first about x: -y, which stays
        assertEquals(0, ElastixTransform.movingToFixed(text.formatted("false")).apply(new Vector3(1, 0, 0))
                .minus(new Vector3(0, 0, 1)).length(), 1e-12);
        assertEquals(0, ElastixTransform.movingToFixed(text.formatted("true")).apply(new Vector3(0, -1, 0))
                .minus(new Vector3(0, 0, 1)).length(), 1e-12);
    }

    @Test
    void aResultThatIsNone_isRefused() {
        for (String text : new String[] {"", "(Transform \"EulerTransform\")\n(ComputeZYX \"true\")\n"
                + "(TransformParameters 1 2 3)\n(CenterOfRotationPoint 1 2 3)",
            "(Transform \"EulerTransform\")\n(ComputeZYX \"true\")\n(TransformParameters 1 2 3 4 5 1e999)\n"
                    + "(CenterOfRotationPoint 1 2 3)",
            "(Transform \"AffineTransform\")\n(ComputeZYX \"false\")\n(TransformParameters 1 2 3 4 5 6)\n"
                    + "(CenterOfRotationPoint 1 2 3)"}) {
            GlomeraException failure = assertThrows(GlomeraException.class, () -> ElastixTransform.movingToFixed(text));
            assertTrue(failure.getMessage().contains("cannot be read"), failure.getMessage());
        }
    }

    @Test
    void withoutTheProgram_theReasonSaysWhatToInstall() {
        ElastixMethod method = new ElastixMethod(Optional::empty, Duration.ofSeconds(1));
        assertFalse(method.supports(task()).supported());
        assertTrue(method.supports(task()).reason().contains("Debian package elastix"));
        assertEquals(Kind.MISSING_COMPONENT,
                assertThrows(GlomeraException.class, () -> method.register(task(), new NullProgressMonitor())).kind());
    }

    @Test
    void aProgramThatFailsOrSaysNothing_isReported() throws IOException {
        ElastixMethod failing = method("exit 3", Duration.ofSeconds(20));
        assertTrue(assertThrows(GlomeraException.class, () -> failing.register(task(), new NullProgressMonitor()))
                .getMessage().contains("exit code 3"));
        ElastixMethod silent = method("exit 0", Duration.ofSeconds(20));
        assertTrue(assertThrows(GlomeraException.class, () -> silent.register(task(), new NullProgressMonitor()))
                .getMessage().contains("without a result"));
    }

    @Test
    void aProgramThatDoesNotEnd_isEnded() throws IOException {
        ElastixMethod endless = method("sleep 600", Duration.ofMillis(200));
        GlomeraException failure = assertThrows(GlomeraException.class,
                () -> endless.register(task(), new NullProgressMonitor()));
        assertTrue(failure.getMessage().contains("was ended"), failure.getMessage());
    }

    @Test
    void cancelling_endsTheProgramAndRemovesItsFolder() throws IOException {
        Path started = folder.resolve("started");
        // the script says where it runs and what its own process is
        ElastixMethod endless = method("pwd > " + started + ".tmp; echo $$ >> " + started + ".tmp; mv " + started + ".tmp "
                + started + "; exec sleep 600", Duration.ofMinutes(5));
        assertThrows(OperationCanceledException.class,
                () -> endless.register(task(), new CancelOnlyMonitor(() -> Files.exists(started))));
        List<String> lines = Files.readAllLines(started);
        assertFalse(Files.exists(Path.of(lines.get(0))));
        assertFalse(ProcessHandle.of(Long.parseLong(lines.get(1))).map(ProcessHandle::isAlive).orElse(false)
                && stillThereAfterASecond(Long.parseLong(lines.get(1))));
    }

    private static boolean stillThereAfterASecond(long pid) {
        long end = System.nanoTime() + 1_000_000_000L;
        while (System.nanoTime() < end && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            Thread.onSpinWait();
        }
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
