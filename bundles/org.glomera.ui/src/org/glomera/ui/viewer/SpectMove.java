package org.glomera.ui.viewer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.RegisterRequest.Action;
import org.glomera.pipeline.RegisterRequest.Keep;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.RegisterRequest.Search;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.pipeline.registering.SpectOnCt;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.registration.RegistrationMethods;
import org.glomera.registration.RigidTransform;
import org.glomera.study.CaseRegistration;

/**
 * The SPECT of the case that is shown, as it is moved by hand over the CT. Only the grid on which it is drawn changes,
 * and nothing is written. Used by one thread; listeners are told after each change.
 */
final class SpectMove {

    private static final int MOST_STEPS = 200;
    /** Movements that differ by less are the same: millionths of a millimetre and of a degree. */
    private static final double SAME = 1e-6;

    /** A place of the SPECT, and the registration that found it where one did. */
    private record Step(RigidTransform transform, Optional<CaseRegistration> found) {
    }

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Step> before = new ArrayDeque<>();
    private ViewedCase read = ViewedCase.none();
    private Optional<SpectOnCt> place = Optional.empty();
    private Step now;
    private ViewedCase shown = read;
    private boolean on;

    /** Adds a listener that is told after each change. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void moved() {
        shown = isDirty() ? read.withSpectOn(place.orElseThrow().moved(now.transform())) : read;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /**
     * Takes another case, where its files say that its SPECT lies.
     *
     * @param where empty when there is nothing to move
     */
    void setCase(ViewedCase images, Optional<SpectOnCt> where) {
        read = images;
        place = images.ct().isPresent() && images.spect().isPresent() ? where : Optional.empty();
        now = place.map(each -> new Step(each.appliedTransform(), each.applied())).orElse(null);
        before.clear();
        on &= place.isPresent();
        moved();
    }

    /** Lets go of the images. */
    void release() {
        listeners.clear();
        read = ViewedCase.none();
        shown = read;
        place = Optional.empty();
        now = null;
        on = false;
    }

    /** Whether there is a SPECT with a CT to move it over. */
    boolean canMove() {
        return place.isPresent();
    }

    /** Whether drags and arrow keys move the SPECT. */
    boolean on() {
        return on;
    }

    void setOn(boolean newOn) {
        on = newOn && canMove();
        changed();
    }

    /** The images with the SPECT where it is now. */
    ViewedCase images() {
        return shown;
    }

    /** The six numbers, from where the SPECT was imported. */
    Movement movement() {
        return place.map(each -> each.movement(now.transform())).orElse(Movement.NONE);
    }

    /** The registration that brought the SPECT where it is; empty when a hand did, or nothing. */
    Optional<CaseRegistration> found() {
        return now == null ? Optional.empty() : now.found();
    }

    /** A registration that waits to be looked at. */
    Optional<CaseRegistration> proposed() {
        return place.flatMap(SpectOnCt::proposed);
    }

    /** Puts the SPECT where it waits to be looked at, if it does. */
    void showProposed() {
        setOn(true);
        proposed().ifPresent(this::show);
    }

    /** Whether the SPECT lies elsewhere than its files say. */
    boolean isDirty() {
        return canMove() && !isSame(now.transform(), place.orElseThrow().appliedTransform());
    }

    private static boolean isSame(RigidTransform one, RigidTransform other) {
        RigidTransform alike = other.about(one.centreMm());
        return one.shiftMm().minus(alike.shiftMm()).length() < SAME
                && one.rotationDegrees().minus(alike.rotationDegrees()).length() < SAME;
    }

    /** Begins a step, to which {@link #undo} goes back. */
    void begin() {
        if (canMove() && (before.isEmpty() || !before.peek().equals(now))) {
            before.push(now);
            if (before.size() > MOST_STEPS) {
                before.removeLast();
            }
        }
    }

    /** Shifts the SPECT by millimetres in the patient. */
    void shift(Vector3 byMm) {
        move(Affine3.translation(byMm));
    }

    /**
     * Turns the SPECT.
     *
     * @param pivotMm the place that stays, in patient millimetres
     * @param axis the direction about which it turns, right-handed, of length 1
     */
    void turn(Vector3 pivotMm, Vector3 axis, double degrees) {
        double sine = Math.sin(Math.toRadians(degrees));
        double cosine = Math.cos(Math.toRadians(degrees));
        Affine3 about = new Affine3(turned(new Vector3(1, 0, 0), axis, sine, cosine),
                turned(new Vector3(0, 1, 0), axis, sine, cosine), turned(new Vector3(0, 0, 1), axis, sine, cosine),
                new Vector3(0, 0, 0));
        Vector3 offset = pivotMm.minus(about.apply(pivotMm));
        move(new Affine3(about.column0(), about.column1(), about.column2(), offset));
    }

    /** Rodrigues' formula. */
    private static Vector3 turned(Vector3 v, Vector3 axis, double sine, double cosine) {
        return v.times(cosine).plus(axis.cross(v).times(sine)).plus(axis.times(axis.dot(v) * (1 - cosine)));
    }

    private void move(Affine3 by) {
        if (canMove()) {
            Vector3 middle = place.orElseThrow().middleMm();
            now = new Step(RigidTransform.of(by.after(now.transform().toAffine()), middle), Optional.empty());
            moved();
        }
    }

    /** Puts the SPECT where six numbers say. */
    void set(Movement movement) {
        if (canMove()) {
            RigidTransform wanted = place.orElseThrow().transform(movement);
            if (!isSame(wanted, now.transform())) {
                begin();
                now = new Step(wanted, Optional.empty());
                moved();
            }
        }
    }

    /** Puts the SPECT where a registration of this case would bring it. */
    void show(CaseRegistration found) {
        if (canMove()) {
            begin();
            now = new Step(place.orElseThrow().transform(found), Optional.of(found));
            moved();
        }
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    /** Takes the last step back. */
    void undo() {
        if (!before.isEmpty()) {
            now = before.pop();
            moved();
        }
    }

    /** Puts the SPECT where it was imported; {@link #undo} takes that back too. */
    void reset() {
        set(Movement.NONE);
    }

    /** Puts the SPECT where its files say that it lies. */
    void discard() {
        setCase(read, place);
    }

    /** What writes that the SPECT lies where it is now. */
    Action action() {
        Movement movement = movement();
        if (now.found().isPresent()) {
            return new Keep(now.found().get());
        }
        return isSame(now.transform(), RigidTransform.identity(now.transform().centreMm())) ? new Undo()
                : new Search(RegistrationMethods.MANUAL, Optional.of(movement), true);
    }
}
