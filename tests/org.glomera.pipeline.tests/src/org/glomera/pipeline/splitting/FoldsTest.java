package org.glomera.pipeline.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.preset.Fold;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients divided: every one in exactly one fold, evenly, by the seed alone. */
class FoldsTest {

    private static final int TRIALS = 200;

    private static CaseInfo image(String id, String patient, Acquisition acquisition) {
        return new CaseInfo(id, patient, acquisition, Role.TRAINING, List.of(), List.of(), Map.of(), List.of());
    }

    /** A cohort of 2 to 60 patients, a third of them with a diagnostic CT too, some with nothing else. */
    private static List<CaseInfo> cohort(Random random) {
        int patients = 2 + random.nextInt(59);
        List<CaseInfo> cases = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            boolean diagnostic = random.nextInt(3) == 0;
            if (!diagnostic || random.nextBoolean()) {
                cases.add(image("S" + i, "P" + i, Acquisition.SPECT_CT));
            }
            if (diagnostic) {
                cases.add(image("D" + i, "P" + i, Acquisition.DIAGNOSTIC_CT));
            }
        }
        return cases;
    }

    private static Set<String> patients(List<CaseInfo> cases) {
        Set<String> patients = new TreeSet<>();
        cases.forEach(info -> patients.add(info.patient()));
        return patients;
    }

    private static long count(List<CaseInfo> cases, List<String> fold, Predicate<Set<Acquisition>> kind) {
        return fold.stream().filter(patient -> {
            Set<Acquisition> has = new HashSet<>();
            cases.stream().filter(info -> info.patient().equals(patient)).forEach(info -> has.add(info.acquisition()));
            return kind.test(has);
        }).count();
    }

    @Test
    void split_putsEveryPatientInExactlyOneFold_whateverTheCohort() throws GlomeraException {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<CaseInfo> cases = cohort(random);
            int of = 2 + random.nextInt(Math.min(9, patients(cases).size() - 1));
            List<List<String>> folds = Folds.split(cases, of, random.nextLong());
            assertEquals(of, folds.size());
            List<String> dealt = folds.stream().flatMap(List::stream).toList();
            assertEquals(patients(cases).size(), dealt.size());
            assertEquals(patients(cases), new TreeSet<>(dealt));
        }
    }

    @Test
    void split_makesFoldsThatDifferByOnePatientAtMost_altogetherAndOfEveryKind() throws GlomeraException {
        Random random = new Random(2);
        List<Predicate<Set<Acquisition>>> kinds = List.of(has -> true, Set.of(Acquisition.SPECT_CT)::equals,
                Set.of(Acquisition.DIAGNOSTIC_CT)::equals, has -> has.size() == 2);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<CaseInfo> cases = cohort(random);
            int of = 2 + random.nextInt(Math.min(9, patients(cases).size() - 1));
            List<List<String>> folds = Folds.split(cases, of, random.nextLong());
            for (Predicate<Set<Acquisition>> kind : kinds) {
                long[] sizes = folds.stream().mapToLong(fold -> count(cases, fold, kind)).sorted().toArray();
                assertTrue(sizes[of - 1] - sizes[0] <= 1, () -> cases + " " + folds);
            }
        }
    }

    @Test
    void split_dependsOnTheSeedAndNotOnTheOrderOfTheCases() throws GlomeraException {
        List<CaseInfo> cases = cohort(new Random(5));
        List<CaseInfo> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(6));
        assertEquals(Folds.split(cases, 2, 7), Folds.split(shuffled, 2, 7));
        assertNotEquals(Folds.split(cases, 2, 7), Folds.split(cases, 2, 8));
    }

    /**
     * Ten patients of one kind, written down once: {@code java.util.Random} and {@code Collections.shuffle} are fixed by
     * Java's specification, so a run that was begun on another machine finds its fold again.
     */
    @Test
    void split_isTheSameOnEveryMachine() throws GlomeraException {
        List<CaseInfo> cases = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            cases.add(image("S" + i, "P" + i, Acquisition.SPECT_CT));
            names.add("P" + i);
        }
        Collections.shuffle(names, new Random(20261123));
        List<List<String>> folds = Folds.split(cases, 3, 20261123);
        // Dealt out in turn: the 1st, 4th, 7th and 10th name to fold 1, and so on.
        assertEquals(Set.of(names.get(0), names.get(3), names.get(6), names.get(9)), Set.copyOf(folds.get(0)));
        assertEquals(Set.of(names.get(1), names.get(4), names.get(7)), Set.copyOf(folds.get(1)));
        assertEquals(Set.of(names.get(2), names.get(5), names.get(8)), Set.copyOf(folds.get(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 50})
    void split_ofFewerPatientsThanFoldsIsRefusedInASentence(int of) {
        // Three images, but two patients.
        List<CaseInfo> cases = List.of(image("S1", "P1", Acquisition.SPECT_CT), image("D1", "P1",
                Acquisition.DIAGNOSTIC_CT), image("S2", "P2", Acquisition.SPECT_CT));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Folds.split(cases, of, 1));
        assertTrue(refused.getMessage().startsWith("2 training patients cannot be divided into " + of + " folds"),
                refused.getMessage());
        assertTrue(refused.getMessage().contains("at most 2 folds"), refused.getMessage());
    }

    @Test
    void share_takesWholePatientsOffAndLeavesSome() throws GlomeraException {
        Random random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<CaseInfo> cases = cohort(random);
            int patients = patients(cases).size();
            double share = 0.02 + 0.48 * random.nextDouble();
            long seed = random.nextLong();
            Set<String> drawn = Folds.share(cases, share, seed);
            assertEquals(Math.max(1, Math.round(share * patients)), drawn.size());
            assertTrue(drawn.size() < patients);
            assertEquals(drawn, Folds.share(cases, share, seed));
        }
    }

    @Test
    void share_ofOnePatientIsRefusedInASentence() {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> Folds.share(List.of(image("S1", "P1",
                Acquisition.SPECT_CT), image("D1", "P1", Acquisition.DIAGNOSTIC_CT)), 0.3, 1));
        assertTrue(refused.getMessage().contains("only one training patient"), refused.getMessage());
    }

    @Test
    void caseSplit_hasNoPatientOnBothSides() throws GlomeraException {
        NetworkPreset network = SmallStudy.preset().networks().get(0);
        Random random = new Random(4);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<CaseInfo> cases = cohort(random);
            if (patients(cases).size() < 4) {
                continue;
            }
            Set<String> measured = new TreeSet<>();
            for (NetworkPreset run : network.withFolds(2).withValidationShare(trial % 2 * 0.25).runs()) {
                CaseSplit split = CaseSplit.of(run, cases);
                Set<String> left = patientsOf(cases, split.training());
                left.retainAll(patientsOf(cases, split.heldOut()));
                assertEquals(Set.of(), left);
                left = patientsOf(cases, split.training());
                left.retainAll(patientsOf(cases, split.validation()));
                assertEquals(Set.of(), left);
                Set<String> all = new TreeSet<>(split.training());
                all.addAll(split.validation());
                all.addAll(split.heldOut());
                assertEquals(cases.size(), all.size());
                measured.addAll(split.heldOut());
            }
            assertEquals(cases.size(), measured.size(), "each case is held out once");
        }
    }

    private static Set<String> patientsOf(List<CaseInfo> cases, List<String> ids) {
        return patients(cases.stream().filter(info -> ids.contains(info.id())).toList());
    }

    @Test
    void caseSplit_withoutFoldsAndShareTrainsOnAll() throws GlomeraException {
        List<CaseInfo> cases = cohort(new Random(9));
        CaseSplit split = CaseSplit.of(SmallStudy.preset().networks().get(0), cases);
        assertEquals(new CaseSplit(cases.stream().map(CaseInfo::id).toList(), List.of(), List.of()), split);
    }

    @Test
    void fold_refusesANumberThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Fold(3, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Fold(0, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Fold(1, 1, 1));
        assertTrue(new Fold(0, 0, 0).none());
    }
}
