package org.glomera.phantom;

/** What a phantom is made for. */
public enum PhantomGroup {
    /** SPECT/CT for training. */
    SPECT_CT_TRAINING("training", "LU"),
    /** Diagnostic CT, without SPECT, for training. */
    DIAGNOSTIC_TRAINING("training", "CT"),
    /** SPECT/CT that no network sees in training. */
    TEST("test", "TE"),
    /** SPECT/CT for training with a fault, which a study must find and leave out. */
    UNUSABLE("training", "UN");

    private final String role;
    private final String prefix;

    PhantomGroup(String role, String prefix) {
        this.role = role;
        this.prefix = prefix;
    }

    /** The word that stands for the role in cohort.csv: {@code training} or {@code test}. */
    public String role() {
        return role;
    }

    /** The patient identifier of the patient with a number, from 0, in this group, for instance {@code LU007}. */
    public String patientId(int number) {
        return "%s%03d".formatted(prefix, number + 1);
    }
}
