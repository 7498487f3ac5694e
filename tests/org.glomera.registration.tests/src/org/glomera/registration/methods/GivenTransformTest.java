package org.glomera.registration.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.registration.Drawn;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.junit.jupiter.api.Test;

/** The two methods that search for nothing. */
class GivenTransformTest {

    private static final Grid CT = Grid.axial(80, 60, 50, new Vector3(5, 4.5, 7), new Vector3(-200, -130, -170));
    private static final Grid SPECT = Grid.axial(60, 48, 54, new Vector3(6.5, 6, 6.5), new Vector3(-190, -140, -170));
    private static final RigidTransform TRUTH = new RigidTransform(new Vector3(0, 0, 0), new Vector3(0, 0, 4),
            new Vector3(8, 0, -12));

    private static RegistrationTask task() {
        return RegistrationTask.of(Drawn.ct(CT, 1), Drawn.spect(SPECT, TRUTH, 2));
    }

    @Test
    void manual_takesTheStartAndScoresIt() throws GlomeraException {
        Registration right = new ManualMethod().register(task().withStart(TRUTH), new NullProgressMonitor());
        assertEquals(TRUTH, right.transform());
        assertTrue(right.scoreAfter() > right.scoreBefore());
        assertTrue(right.trusted(), right.warnings().toString());
        Registration wrong = new ManualMethod().register(task().withStart(TRUTH.inverse()), new NullProgressMonitor());
        assertEquals(right.scoreBefore(), wrong.scoreBefore());
        assertTrue(wrong.warnings().get(0).contains("the score falls"), wrong.warnings().toString());
    }

    @Test
    void manual_warnsOfMovementsThatNoPatientMakes() throws GlomeraException {
        Registration far = new ManualMethod().register(task().withStart(new RigidTransform(new Vector3(0, 0, 0),
                new Vector3(0, 0, 11), new Vector3(0, 31, 0))), new NullProgressMonitor());
        assertTrue(far.warnings().stream().anyMatch(w -> w.startsWith("The shift of 31 mm")), far.warnings().toString());
        assertTrue(far.warnings().stream().anyMatch(w -> w.startsWith("The rotation of 11 degrees")),
                far.warnings().toString());
    }

    @Test
    void frameOfReference_movesNothingWhereBothNameTheSame() throws GlomeraException {
        RegistrationTask task = task().withFramesOfReference("1.2.3", " 1.2.3 ");
        FrameOfReferenceMethod method = new FrameOfReferenceMethod();
        assertTrue(method.supports(task).supported());
        Registration found = method.register(task, new NullProgressMonitor());
        assertEquals(new Vector3(0, 0, 0), found.transform().shiftMm());
        assertEquals(new Vector3(0, 0, 0), found.transform().rotationDegrees());
        assertEquals(found.scoreBefore(), found.scoreAfter());
    }

    @Test
    void frameOfReference_refusesOtherFramesAndUnknownOnes() {
        FrameOfReferenceMethod method = new FrameOfReferenceMethod();
        assertTrue(method.supports(task().withFramesOfReference("1.2.3", "1.2.4")).reason().contains("different frames"));
        assertTrue(method.supports(task().withFramesOfReference("", "1.2.4")).reason().startsWith("The CT image"));
        assertTrue(method.supports(task().withFramesOfReference("1.2.3", " ")).reason().startsWith("The SPECT image"));
        assertFalse(method.supports(task()).supported());
        assertThrows(GlomeraException.class, () -> method.register(task(), new NullProgressMonitor()));
    }
}
