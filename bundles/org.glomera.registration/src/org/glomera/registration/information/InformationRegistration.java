package org.glomera.registration.information;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.progress.CancelOnlyMonitor;
import org.glomera.core.progress.TimeLeft;
import org.glomera.core.volume.LabelMap;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.glomera.registration.information.RigidSearch.Found;

/**
 * Registers by normalised mutual information: from several starts on a coarse level, the best two of them on a middle one,
 * the better of these on a fine one; then it looks at how well the parts of the body agree.
 */
public final class InformationRegistration {

    /** What the score is called. */
    public static final String SCORE = "normalised mutual information";

    /** How far beside its start the coarse search begins, in millimetres along each patient axis. */
    private static final double[][] STARTS_MM = {{0, 0, 0}, {0, 0, 25}, {0, 0, -25}, {20, 0, 0}, {-20, 0, 0}, {0, 20, 0},
        {0, -20, 0}};
    private static final int REFINED = 2;
    /** How far the box reaches beyond the kidneys: to the body's surface behind and the organs around. */
    private static final double KIDNEY_MARGIN_MM = 50;
    /** Shares of the work, measured: preparing, the coarse, middle and fine search, the parts. */
    private static final int[] WORK = {10, 10, 20, 40, 20};

    private final RegistrationTask task;
    private final Optional<PatientBox> box;
    private final SubMonitor progress;
    private final IProgressMonitor canceled;
    private final TimeLeft timeLeft = new TimeLeft(System.nanoTime());
    private int done;

    private InformationRegistration(RegistrationTask task, Optional<PatientBox> box, IProgressMonitor monitor) {
        this.task = task;
        this.box = box;
        progress = SubMonitor.convert(monitor, "Registering", 100);
        canceled = new CancelOnlyMonitor(progress::isCanceled);
    }

    /** What was found, with everything that trust is built on. */
    record Outcome(RigidTransform transform, double before, double after, Evidence evidence) {
    }

    /**
     * Registers the whole images.
     *
     * @throws GlomeraException when an image holds nothing to go by
     */
    public static Registration whole(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        return registration(new InformationRegistration(task, Optional.empty(), monitor).search());
    }

    /**
     * Registers what lies in a box around the kidneys: those of the moving image, or those of the fixed one brought back by
     * the task's start.
     *
     * @throws GlomeraException when there is no delineation with kidneys, or the box holds nothing to go by
     */
    public static Registration aroundKidneys(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        Optional<PatientBox> own = task.movingKidneys().flatMap(map -> PatientBox.around(map, KIDNEY_MARGIN_MM));
        RigidTransform back = task.start().inverse();
        Optional<PatientBox> found = own.or(() -> task.fixedKidneys()
                .map(map -> new LabelMap(new Grid(map.grid().nx(), map.grid().ny(), map.grid().nz(),
                        back.toAffine().after(map.grid().voxelToPatientMm())), map.labels()))
                .flatMap(map -> PatientBox.around(map, KIDNEY_MARGIN_MM)));
        if (found.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The images cannot be registered around the kidneys: no delineation has "
                    + "kidneys. Delineate or segment them, or use the method mutual-information.");
        }
        return registration(new InformationRegistration(task, found, monitor).search());
    }

    /**
     * Judges a transform that another search found, as one of the own search is judged.
     *
     * @throws GlomeraException when an image holds nothing to go by
     */
    public static Registration judged(RegistrationTask task, RigidTransform transform, IProgressMonitor monitor)
            throws GlomeraException {
        InformationRegistration own = new InformationRegistration(task, Optional.empty(), monitor);
        Similarity fine = Resolution.FINE.similarity(task, Optional.empty(), own.canceled);
        RigidSpace space = new RigidSpace(Resolution.middle(fine.samples()));
        double[] parameters = space.parameters(transform);
        double score = fine.of(transform.toAffine());
        Found found = new Found(parameters, score);
        RigidSearch search = new RigidSearch(space, space.parameters(task.start()), own.canceled);
        return Double.isNaN(score) ? InformationScore.of(task, transform, monitor)
                : registration(own.judged(space, search, fine, List.of(found), found));
    }

    static Outcome outcome(RegistrationTask task, Optional<PatientBox> box, IProgressMonitor monitor)
            throws GlomeraException {
        return new InformationRegistration(task, box, monitor).search();
    }

    private static Registration registration(Outcome found) {
        return new Registration(found.transform(), SCORE, found.before(), found.after(),
                found.evidence().warnings());
    }

    private Outcome search() throws GlomeraException {
        step("preparing the images", 0);
        Similarity coarse = Resolution.COARSE.similarity(task, box, canceled);
        Similarity middle = Resolution.MIDDLE.similarity(task, box, canceled);
        Similarity fine = Resolution.FINE.similarity(task, box, canceled);
        Vector3 hot = Resolution.middle(fine.samples());
        RigidSpace space = new RigidSpace(box.map(PatientBox::centreMm).orElse(hot));
        double[] start = space.parameters(task.start());
        RigidSearch search = new RigidSearch(space, start, canceled);
        step("coarse search", WORK[0]);
        List<Found> first = starts(search, coarse, start);
        step("middle search", WORK[1]);
        List<Found> second = new ArrayList<>();
        for (Found each : first) {
            second.add(search.near(middle, each.parameters(), 6, 0.3));
        }
        second.sort(Comparator.comparingDouble(Found::score).reversed());
        step("fine search", WORK[2]);
        Found best = search.near(fine, second.get(0).parameters(), 2, 0.05);
        step("comparing the parts of the body", WORK[3]);
        Outcome outcome = judged(space, search, fine, second, best);
        step("done", WORK[4]);
        return outcome;
    }

    private void step(String what, int before) {
        progress.checkCanceled();
        progress.worked(before);
        done += before;
        progress.subTask("Registering: " + what + timeLeft.estimate(done / 100.0, System.nanoTime())
                .map(left -> ", about " + TimeLeft.inWords(left) + " left").orElse(""));
    }

    /** The best distinct places of the coarse search. */
    private static List<Found> starts(RigidSearch search, Similarity coarse, double[] start) {
        List<Found> found = new ArrayList<>();
        for (double[] beside : STARTS_MM) {
            double[] from = start.clone();
            for (int axis = 0; axis < 3; axis++) {
                from[3 + axis] += beside[axis];
            }
            found.add(search.near(coarse, from, 12, 1.5));
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        List<Found> distinct = new ArrayList<>();
        for (Found each : found) {
            boolean known = distinct.stream().anyMatch(other -> Evidence.distance(other.parameters(), each.parameters())
                    < Evidence.SAME_PLACE_MM);
            if (!known && distinct.size() < REFINED) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    private Outcome judged(RigidSpace space, RigidSearch search, Similarity fine, List<Found> second, Found best) {
        RigidTransform transform = space.transform(best.parameters());
        Affine3 map = transform.toAffine();
        double before = fine.of(Affine3.IDENTITY);
        double levels = Evidence.distance(second.get(0).parameters(), best.parameters());
        double rivalDistance = 0;
        double rivalScore = Double.NaN;
        if (second.size() > 1) {
            double[] rival = second.get(1).parameters();
            rivalDistance = Evidence.distance(rival, best.parameters());
            rivalScore = rivalDistance > Evidence.SAME_PLACE_MM ? fine.of(space.transform(rival).toAffine()) : Double.NaN;
        }
        List<Vector3> parts = Parts.shifts(search, fine, best.parameters(), Resolution.middle(fine.samples()));
        return new Outcome(transform, before, best.score(), new Evidence(before, best.score(), fine.overlap(map),
                search.atBorder(best.parameters()), transform, levels, rivalDistance, rivalScore, parts,
                drops(space, fine, best)));
    }

    private static double[] drops(RigidSpace space, Similarity fine, Found best) {
        double[] drops = new double[RigidSpace.SIZE];
        for (int i = 0; i < drops.length; i++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (double step : new double[] {-Evidence.STEP_MM, Evidence.STEP_MM}) {
                double[] beside = best.parameters().clone();
                beside[i] += step;
                double score = fine.of(space.transform(beside).toAffine());
                highest = Double.isNaN(score) ? highest : Math.max(highest, score);
            }
            drops[i] = (best.score() - highest) / (best.score() - 1);
        }
        return drops;
    }
}
