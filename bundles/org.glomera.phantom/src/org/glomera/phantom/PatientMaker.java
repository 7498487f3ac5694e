package org.glomera.phantom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.phantom.anatomy.Anatomy;
import org.glomera.phantom.anatomy.Draw;
import org.glomera.phantom.anatomy.Kidney;
import org.glomera.phantom.anatomy.Part;
import org.glomera.phantom.anatomy.SmoothNoise;
import org.glomera.phantom.imaging.CtScanner;
import org.glomera.phantom.imaging.Delineator;
import org.glomera.phantom.imaging.Pose;
import org.glomera.phantom.imaging.SpectCamera;
import org.glomera.phantom.shapes.ShapePair;

/** Makes one patient: anatomy, pose, movement, images, delineations. Not thread-safe; one for each patient. */
final class PatientMaker {

    private static final double SMALLEST_MOVEMENT_MM = 4;
    /**
     * How far up or down a scan may begin from the usual height. Scans are planned by hand on a scout view, so the
     * kidneys lie anywhere in the middle of the field of view; a network that learned one height would fail on patients.
     */
    private static final double SCAN_RANGE_MM = 45;
    private static final double SCAN_ASIDE_MM = 6;
    /** A truncated CT ends so far below the middle of the lower kidney: most of that kidney is still shown. */
    private static final double TRUNCATED_BELOW_MM = 15;

    private final PhantomSpec spec;
    private final PatientPlan plan;
    private final Draw draw;
    private final Anatomy anatomy;
    private final Pose ctPose;
    private final Pose spectPose;
    private final Vector3 scanShift;

    PatientMaker(PhantomSpec spec, PatientPlan plan, Optional<ShapePair> shapes) {
        this(spec, plan, shapes, Affine3.IDENTITY);
    }

    /** Makes a maker whose patient, as a whole, was moved by {@code ctToSpectMm} before the SPECT. */
    PatientMaker(PhantomSpec spec, PatientPlan plan, Optional<ShapePair> shapes, Affine3 ctToSpectMm) {
        this.spec = spec;
        this.plan = plan;
        draw = Draw.of(plan.seed(), "pose");
        anatomy = Anatomy.draw(plan.seed(), ctSampling().contrast(), shapes.map(ShapePair::right),
                shapes.map(ShapePair::left));
        ctPose = new Pose(bodyToPatient(), Map.of());
        spectPose = new Pose(ctToSpectMm.after(ctPose.bodyToPatientMm()), plan.moved() ? movement() : Map.of());
        Draw range = Draw.of(plan.seed(), "scan range");
        double aside = range.around(0, SCAN_ASIDE_MM);
        double forward = range.around(0, SCAN_ASIDE_MM);
        double up = range.between(-SCAN_RANGE_MM, SCAN_RANGE_MM);
        // a CT that misses the lower kidney is one that was begun too high
        scanShift = new Vector3(aside, forward, plan.defect() == Defect.TRUNCATED_CT ? Math.abs(up) : up);
    }

    private boolean hasSpect() {
        return plan.group() != PhantomGroup.DIAGNOSTIC_TRAINING;
    }

    private CtSampling ctSampling() {
        return hasSpect() ? spec.lowDose() : spec.diagnostic();
    }

    /** A few degrees of turn and tilt, and a table position as scanners give it. */
    private Affine3 bodyToPatient() {
        double roll = Math.toRadians(draw.around(0, 2.5));
        double pitch = Math.toRadians(draw.around(0, 2));
        double lean = Math.toRadians(draw.around(0, 1.5));
        Affine3 turned = turn(roll, 0).after(turn(pitch, 1)).after(turn(lean, 2));
        Vector3 table = new Vector3(draw.around(0, 6), draw.between(-190, -140), draw.between(-1100, -300));
        return Affine3.translation(table).after(turned);
    }

    /** A rotation about z (axis 0), x (axis 1) or y (axis 2). */
    private static Affine3 turn(double angle, int axis) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        Vector3 zero = new Vector3(0, 0, 0);
        return switch (axis) {
            case 0 -> new Affine3(new Vector3(c, s, 0), new Vector3(-s, c, 0), new Vector3(0, 0, 1), zero);
            case 1 -> new Affine3(new Vector3(1, 0, 0), new Vector3(0, c, s), new Vector3(0, -s, c), zero);
            default -> new Affine3(new Vector3(c, 0, -s), new Vector3(0, 1, 0), new Vector3(s, 0, c), zero);
        };
    }

    /**
     * Another depth of breath, which carries the organs along the body, or another position on the table, or both; no
     * kidney moves further than the largest movement.
     */
    private Map<Part, Vector3> movement() {
        Draw own = Draw.of(plan.seed(), "movement");
        boolean breath = own.chance(0.75);
        boolean position = !breath || own.chance(0.4);
        Vector3 table = position ? new Vector3(own.around(0, 4), own.around(0, 3), own.around(0, 4))
                : new Vector3(0, 0, 0);
        double sign = own.chance(0.5) ? 1 : -1;
        double depth = breath ? sign * own.between(5, spec.largestMovementMm()) : 0;
        Vector3 right = table.plus(new Vector3(0.08 * depth, -0.12 * depth, depth * own.between(0.85, 1)));
        Vector3 left = table.plus(new Vector3(-0.08 * depth, -0.12 * depth, depth * own.between(0.75, 1)));
        double longest = Math.max(right.length(), left.length());
        double wanted = Math.max(Math.min(SMALLEST_MOVEMENT_MM, spec.largestMovementMm()),
                Math.min(longest, spec.largestMovementMm()));
        double scale = wanted / longest;
        Map<Part, Vector3> shift = new EnumMap<>(Part.class);
        shift.put(Part.TRUNK, table.times(scale));
        shift.put(Part.ORGANS, table.plus(new Vector3(0, -0.1 * depth, depth)).times(scale));
        shift.put(Part.RIGHT_KIDNEY, right.times(scale));
        shift.put(Part.LEFT_KIDNEY, left.times(scale));
        return shift;
    }

    /** A grid whose field of view has the body's middle near its middle, and the kidneys somewhere about its middle. */
    private Grid grid(int nx, int ny, int nz, Vector3 spacing, double aside) {
        Vector3 kidneys = anatomy.middle();
        Vector3 middle = ctPose.bodyToPatientMm().apply(0, 0, kidneys.z() + 12);
        Vector3 centre = new Vector3(Math.round(aside + scanShift.x()), middle.y() - 4 + scanShift.y(),
                Math.round(middle.z() + scanShift.z()));
        Vector3 half = new Vector3((nx - 1) / 2.0 * spacing.x(), (ny - 1) / 2.0 * spacing.y(),
                (nz - 1) / 2.0 * spacing.z());
        return Grid.axial(nx, ny, nz, spacing, centre.minus(half));
    }

    private Grid ctGrid() {
        CtSampling s = ctSampling();
        Vector3 spacing = new Vector3(s.spacingXMm(), s.spacingYMm(), s.spacingZMm());
        Grid whole = grid(s.nx(), s.ny(), s.nz(), spacing, 0);
        return plan.defect() == Defect.TRUNCATED_CT ? truncated(whole) : whole;
    }

    /** The grid without the slices at the lower pole of the lower kidney. */
    private Grid truncated(Grid whole) {
        Kidney lower = anatomy.right().centroid().z() < anatomy.left().centroid().z() ? anatomy.right() : anatomy.left();
        double height = ctPose.bodyToPatientMm().apply(lower.centroid()).z() - TRUNCATED_BELOW_MM;
        int first = 0;
        while (first < whole.nz() - 8 && whole.patientMm(0, 0, first).z() < height) {
            first++;
        }
        return new Grid(whole.nx(), whole.ny(), whole.nz() - first, new Affine3(whole.voxelToPatientMm().column0(),
                whole.voxelToPatientMm().column1(), whole.voxelToPatientMm().column2(), whole.patientMm(0, 0, first)));
    }

    PhantomPatient make(IProgressMonitor monitor) {
        List<Kidney> kidneys = List.of(anatomy.right(), anatomy.left());
        List<Kidney> delineated = switch (plan.defect()) {
            case MISSING_LEFT_KIDNEY -> List.of(anatomy.right());
            case MISSING_RIGHT_KIDNEY -> List.of(anatomy.left());
            case NONE, TRUNCATED_CT -> kidneys;
        };
        SmoothNoise stray = new SmoothNoise(Draw.of(plan.seed(), "delineation").random());
        Grid grid = ctGrid();
        Volume ct = CtScanner.scan(anatomy, ctPose, grid, ctSampling().noiseHu(), Draw.of(plan.seed(), "ct"), monitor);
        LabelMap manual = Delineator.manual(delineated, ctPose, grid, spec.delineationJitterMm(), stray);
        return new PhantomPatient(truth(), ct, manual, Delineator.truth(kidneys, ctPose, grid),
                hasSpect() ? spect(kidneys, delineated, stray, monitor) : null);
    }

    /** The SPECT part; a patient who moved is delineated anew, one who did not keeps the delineation. */
    private SpectImages spect(List<Kidney> kidneys, List<Kidney> delineated, SmoothNoise stray,
            IProgressMonitor monitor) {
        SpectSampling s = spec.spect();
        Grid grid = grid(s.nx(), s.ny(), s.nz(), new Vector3(s.spacingXMm(), s.spacingYMm(), s.spacingZMm()), 1);
        Volume activity = SpectCamera.activity(anatomy, spectPose, grid, s, monitor);
        Volume image = SpectCamera.image(activity, s, Draw.of(plan.seed(), "spect"));
        SmoothNoise hand = plan.moved() ? stray.moved(Draw.of(plan.seed(), "second delineation").random()) : stray;
        return new SpectImages(image, Delineator.manual(delineated, spectPose, grid, spec.delineationJitterMm(), hand),
                Delineator.truth(kidneys, spectPose, grid), activity);
    }

    private PhantomTruth truth() {
        List<KidneyTruth> kidneys = new ArrayList<>();
        for (Side side : Side.values()) {
            Kidney kidney = anatomy.kidney(side);
            Vector3 shift = spectPose.shiftMm().getOrDefault(kidney.part(), new Vector3(0, 0, 0));
            kidneys.add(new KidneyTruth(side, kidney.volumeMl(), hasSpect() ? kidney.meanBqPerMl() : Double.NaN,
                    ctPose.bodyToPatientMm().apply(kidney.centroid()), shift, kidney.source()));
        }
        return new PhantomTruth(plan.patientId(), plan.group(), plan.defect(), plan.moved(), kidneys,
                anatomy.remarks());
    }
}
