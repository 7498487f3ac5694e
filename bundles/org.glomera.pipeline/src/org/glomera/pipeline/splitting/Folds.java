package org.glomera.pipeline.splitting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.preset.Fold;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.Names;

/**
 * Divides patients at random, by a seed. What is divided are patients, never images: a SPECT/CT and a diagnostic CT of
 * one patient show the same kidneys, and a network that was trained on the one has seen the other.
 *
 * <p>Patients are put into groups by the acquisitions that they have (SPECT/CT, diagnostic CT, both), ordered by name
 * within each group and shuffled by one {@link Random}; the groups then stand one after the other in one row, and the
 * row is dealt out like cards. So each fold gets as many patients as any other, or one less, of every group and
 * altogether. The result depends on the patients, their acquisitions and the seed alone, not on the order in which the
 * cases are given.
 */
public final class Folds {

    private Folds() {
    }

    /**
     * Divides the patients of cases into folds.
     *
     * @param cases the cases, in any order
     * @param of number of folds, at least 2
     * @param seed the same seed divides the same patients alike
     * @return for each fold its patients in natural order; every patient is in exactly one, and two folds differ by one
     *         patient at most
     * @throws GlomeraException (input) when there are fewer patients than folds
     */
    public static List<List<String>> split(Collection<CaseInfo> cases, int of, long seed) throws GlomeraException {
        if (of < 2) {
            throw new IllegalArgumentException("Patients are divided into 2 folds or more, not " + of + ".");
        }
        List<String> row = row(cases, seed);
        if (row.size() < of) {
            throw new GlomeraException(Kind.INPUT, row.size() + " training patients cannot be divided into " + of
                    + " folds: each fold needs one. Take " + (row.size() < 2 ? "no cross-validation" : "at most "
                            + row.size() + " folds") + ", or import more training cases.");
        }
        List<List<String>> folds = new ArrayList<>();
        for (int fold = 0; fold < of; fold++) {
            List<String> patients = new ArrayList<>();
            for (int i = fold; i < row.size(); i += of) {
                patients.add(row.get(i));
            }
            patients.sort(Names.NATURAL_ORDER);
            folds.add(List.copyOf(patients));
        }
        return List.copyOf(folds);
    }

    /** The patients of one fold. */
    public static Set<String> heldOut(Collection<CaseInfo> cases, Fold fold) throws GlomeraException {
        return Set.copyOf(split(cases, fold.of(), fold.seed()).get(fold.number() - 1));
    }

    /**
     * Draws a share of the patients of cases, evenly from all groups.
     *
     * @param share above 0 and below 1; at least one patient is drawn, and at least one is left
     * @throws GlomeraException (input) when there are fewer than two patients
     */
    public static Set<String> share(Collection<CaseInfo> cases, double share, long seed) throws GlomeraException {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not at " + share + ".");
        }
        List<String> row = row(cases, seed);
        if (row.size() < 2) {
            throw new GlomeraException(Kind.INPUT, "No patient can be taken off for validation: there is "
                    + (row.isEmpty() ? "no" : "only one") + " training patient. Take no share for validation, or import"
                    + " more training cases.");
        }
        int drawn = (int) Math.max(1, Math.min(row.size() - 1L, Math.round(share * row.size())));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < drawn; i++) {
            chosen.add(row.get((int) ((2L * i + 1) * row.size() / (2L * drawn))));
        }
        return Set.copyOf(chosen);
    }

    /** Patients by group, shuffled within each. */
    private static List<String> row(Collection<CaseInfo> cases, long seed) {
        Map<String, EnumSet<Acquisition>> acquisitions = new TreeMap<>(Names.NATURAL_ORDER);
        for (CaseInfo info : cases) {
            acquisitions.computeIfAbsent(info.patient(), key -> EnumSet.noneOf(Acquisition.class))
                    .add(info.acquisition());
        }
        Map<String, List<String>> groups = new TreeMap<>();
        acquisitions.forEach((patient, has) -> groups.computeIfAbsent(has.toString(), key -> new ArrayList<>())
                .add(patient));
        Random random = new Random(seed);
        List<String> row = new ArrayList<>();
        for (List<String> group : groups.values()) {
            Collections.shuffle(group, random);
            row.addAll(group);
        }
        return row;
    }
}
