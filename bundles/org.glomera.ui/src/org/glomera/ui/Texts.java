package org.glomera.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.glomera.study.Acquisition;
import org.glomera.study.Role;
import org.glomera.study.RunState;
import org.glomera.ui.model.StudyNode.GroupKind;

/** Words and numbers as the workbench shows them: a point as decimal mark everywhere, units written out. */
public final class Texts {

    /** Stands where a value is not defined. */
    public static final String NONE = "\u2013";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Texts() {
    }

    /** What a group is called. */
    public static String of(GroupKind kind) {
        return switch (kind) {
            case TRAINING -> "Training cases";
            case TEST -> "Test cases";
            case UNASSIGNED -> "Cases without a role";
            case EXCLUDED -> "Excluded cases";
            case RUNS -> "Runs";
            case EXPERIMENTS -> "Experiments";
        };
    }

    /** What a role is called. */
    public static String of(Role role) {
        return switch (role) {
            case TRAINING -> "training";
            case TEST -> "test";
            case UNASSIGNED -> "not assigned";
        };
    }

    /** What an acquisition is called. */
    public static String of(Acquisition acquisition) {
        return switch (acquisition) {
            case SPECT_CT -> "SPECT/CT";
            case DIAGNOSTIC_CT -> "diagnostic CT";
        };
    }

    /** What a state is called. */
    public static String of(RunState state) {
        return state.word();
    }

    /** A number with a fixed count of digits after the point; {@link #NONE} for what is not a number. */
    public static String number(double value, int digits) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A number with a unit; {@link #NONE} alone for what is not a number. */
    public static String number(double value, int digits, String unit) {
        return Double.isNaN(value) ? NONE : number(value, digits) + "\u00a0" + unit;
    }

    /** A moment in this machine's time zone. */
    public static String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** {@code 1 case}, {@code 2 cases}. */
    public static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
