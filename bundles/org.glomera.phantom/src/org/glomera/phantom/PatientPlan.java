package org.glomera.phantom;

import java.util.ArrayList;
import java.util.List;

import org.glomera.phantom.anatomy.Draw;

/**
 * What is planned for one patient of a cohort.
 *
 * @param group the group
 * @param number the number in the group, from 0
 * @param seed the patient's own seed
 * @param moved whether the patient moves between SPECT and CT
 * @param defect the fault on purpose
 */
record PatientPlan(PhantomGroup group, int number, long seed, boolean moved, Defect defect) {

    private static final Defect[] FAULTS = {Defect.MISSING_LEFT_KIDNEY, Defect.TRUNCATED_CT,
        Defect.MISSING_RIGHT_KIDNEY};

    String patientId() {
        return group.patientId(number);
    }

    /** The plans of all patients, in the order of their index. */
    static List<PatientPlan> of(PhantomSpec spec) {
        List<PatientPlan> plans = new ArrayList<>();
        for (PhantomGroup group : PhantomGroup.values()) {
            int moved = switch (group) {
                case SPECT_CT_TRAINING -> spec.movedTraining();
                case TEST -> spec.movedTest();
                case DIAGNOSTIC_TRAINING, UNUSABLE -> 0;
            };
            boolean[] moves = choose(spec.count(group), moved, Draw.of(spec.seed(), "moved " + group));
            for (int i = 0; i < moves.length; i++) {
                long seed = Draw.of(spec.seed(), "patient " + group + " " + i).random().nextLong();
                Defect defect = group == PhantomGroup.UNUSABLE ? FAULTS[i % FAULTS.length] : Defect.NONE;
                plans.add(new PatientPlan(group, i, seed, moves[i], defect));
            }
        }
        return plans;
    }

    /** Chooses {@code chosen} of {@code count}, each with the same probability. */
    private static boolean[] choose(int count, int chosen, Draw draw) {
        boolean[] choice = new boolean[count];
        int open = chosen;
        for (int i = 0; i < count; i++) {
            choice[i] = draw.random().nextInt(count - i) < open;
            if (choice[i]) {
                open--;
            }
        }
        return choice;
    }
}
