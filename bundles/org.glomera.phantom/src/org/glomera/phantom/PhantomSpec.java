package org.glomera.phantom;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a cohort of phantoms is to be; a plain JSON object in a preset. Patients are counted from 0: first the SPECT/CT
 * for training, then the diagnostic CT, the test cases, and the unusable ones. The anatomy of a patient follows from
 * the seed, its group and its number in the group, so that a longer cohort begins with the same patients.
 *
 * @param spectCtTraining SPECT/CT for training
 * @param diagnosticTraining diagnostic CT for training
 * @param test SPECT/CT for testing
 * @param unusable further SPECT/CT for training with a fault on purpose; their faults take turns, see {@link Defect}
 * @param movedTraining how many of {@code spectCtTraining} moved between SPECT and CT
 * @param movedTest how many of {@code test} moved between SPECT and CT
 * @param largestMovementMm the longest movement of a kidney in millimetres
 * @param delineationJitterMm how far, at most, a manual outline strays from the true surface, in millimetres
 * @param seed the number that everything random is derived from
 * @param lowDose the CT of SPECT/CT
 * @param diagnostic the diagnostic CT
 * @param spect the SPECT of SPECT/CT
 * @param kidneyShapesFolder a folder with label maps (NIfTI) that the kidneys' shapes are taken from; null for drawn
 *        kidneys
 */
public record PhantomSpec(@JsonProperty(required = true) int spectCtTraining,
        @JsonProperty(required = true) int diagnosticTraining, @JsonProperty(required = true) int test,
        @JsonProperty(required = true) int unusable, @JsonProperty(required = true) int movedTraining,
        @JsonProperty(required = true) int movedTest, @JsonProperty(required = true) double largestMovementMm,
        @JsonProperty(required = true) double delineationJitterMm, @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) CtSampling lowDose, @JsonProperty(required = true) CtSampling diagnostic,
        @JsonProperty(required = true) SpectSampling spect, Path kidneyShapesFolder) {

    private static final int LARGEST_GROUP = 999;

    /** Refuses counts and lengths that make no cohort. */
    public PhantomSpec {
        Objects.requireNonNull(lowDose);
        Objects.requireNonNull(diagnostic);
        Objects.requireNonNull(spect);
        for (int count : new int[] {spectCtTraining, diagnosticTraining, test, unusable}) {
            check(count >= 0 && count <= LARGEST_GROUP, "0 to " + LARGEST_GROUP + " patients in a group", count);
        }
        check(movedTraining >= 0 && movedTraining <= spectCtTraining, "at most as many moved training cases as there "
                + "are SPECT/CT for training", movedTraining);
        check(movedTest >= 0 && movedTest <= test, "at most as many moved test cases as there are test cases",
                movedTest);
        check(largestMovementMm >= 0 && largestMovementMm <= 40, "a movement of 0 to 40 mm", largestMovementMm);
        check(delineationJitterMm >= 0 && delineationJitterMm <= 5, "a jitter of 0 to 5 mm", delineationJitterMm);
    }

    /**
     * A cohort with the samplings and the size that two cores train on in minutes: low-dose CT 128 x 128 x 72 at 3.1 x
     * 3.1 x 5 mm, diagnostic CT 192 x 192 x 116 at 2.08 x 2.08 x 3 mm, SPECT 92 x 92 x 80 at 4.42 mm. For tests and for
     * tuning; a study takes its numbers from its preset.
     */
    public static PhantomSpec small(long seed) {
        return new PhantomSpec(28, 14, 15, 3, 16, 9, 15, 1, seed, new CtSampling(128, 128, 72, 3.1, 3.1, 5, 24, false),
                new CtSampling(192, 192, 116, 2.08, 2.08, 3, 12, true),
                new SpectSampling(92, 92, 80, 4.42, 4.42, 4.42, 12, 6, 5, 1200), null);
    }

    /** The folder of label maps that the kidneys' shapes are taken from; empty for drawn kidneys. */
    @JsonIgnore
    public Optional<Path> kidneyShapes() {
        return Optional.ofNullable(kidneyShapesFolder);
    }

    /** The same cohort with kidneys from label maps. */
    public PhantomSpec withKidneyShapes(Path folder) {
        return new PhantomSpec(spectCtTraining, diagnosticTraining, test, unusable, movedTraining, movedTest,
                largestMovementMm, delineationJitterMm, seed, lowDose, diagnostic, spect, Objects.requireNonNull(folder));
    }

    /** The test cases of this cohort alone: the same patients, with the same identifiers. */
    public PhantomSpec onlyTest() {
        return new PhantomSpec(0, 0, test, 0, 0, movedTest, largestMovementMm, delineationJitterMm, seed, lowDose,
                diagnostic, spect, kidneyShapesFolder);
    }

    /** The same cohort from another seed. */
    public PhantomSpec withSeed(long newSeed) {
        return new PhantomSpec(spectCtTraining, diagnosticTraining, test, unusable, movedTraining, movedTest,
                largestMovementMm, delineationJitterMm, newSeed, lowDose, diagnostic, spect, kidneyShapesFolder);
    }

    /** The number of patients in a group. */
    public int count(PhantomGroup group) {
        return switch (group) {
            case SPECT_CT_TRAINING -> spectCtTraining;
            case DIAGNOSTIC_TRAINING -> diagnosticTraining;
            case TEST -> test;
            case UNUSABLE -> unusable;
        };
    }

    /** The number of all patients. */
    @JsonIgnore
    public int patients() {
        return spectCtTraining + diagnosticTraining + test + unusable;
    }

    private static void check(boolean holds, String wanted, Object given) {
        if (!holds) {
            throw new IllegalArgumentException("A cohort of phantoms has " + wanted + "; here it is " + given + ".");
        }
    }
}
