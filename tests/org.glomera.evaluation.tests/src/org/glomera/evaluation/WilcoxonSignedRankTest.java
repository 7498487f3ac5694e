package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WilcoxonSignedRankTest {

    /** Exact p values are sums of powers of 1/2, which binary holds exactly; the library adds them in another order. */
    private static final double ROUNDING = 1e-12;

    @Test
    void test_ofThreeDifferencesIsAsByHand() {
        // |d| = 1, 2, 3; ranks 1 (-), 2 (+), 3 (+): W+ = 5, W- = 1. Of the 8 sign patterns two have a sum of at most 1
        // (none, {1}): p = 2 * 2 / 8 = 0.5
        var result = WilcoxonSignedRank.test(new double[] {-1, 2, 3});
        assertEquals(5, result.wPlus());
        assertEquals(1, result.wMinus());
        assertEquals(0.5, result.pTwoSided(), ROUNDING);
        assertEquals(WilcoxonSignedRank.EXACT, result.method());
    }

    @Test
    void test_ofTiedDifferencesIsAsByHand() {
        // |d| = 1, 1, 2, 2 -> mid-ranks 1.5, 1.5, 3.5, 3.5; W- = 1.5 (one of the ones), W+ = 8.5.
        // Sums of at most 1.5 among the 16 sign patterns: none, {1.5}, {1.5'}: p = 2 * 3 / 16 = 0.375
        var result = WilcoxonSignedRank.test(new double[] {1, -1, 2, 2});
        assertEquals(8.5, result.wPlus());
        assertEquals(1.5, result.wMinus());
        assertEquals(0.375, result.pTwoSided(), ROUNDING);
        assertEquals(WilcoxonSignedRank.EXACT_WITH_TIES, result.method());
        assertTrue(result.ties());
    }

    @Test
    void test_dropsZerosBeforeRanking() {
        // zeros go first, what is left is the sample of three above
        var result = WilcoxonSignedRank.test(new double[] {0, -1, 0, 2, 3});
        assertEquals(2, result.zeros());
        assertEquals(3, result.n());
        assertEquals(0.5, result.pTwoSided(), ROUNDING);
    }

    @Test
    void test_ofBalancedDifferencesIsOne() {
        // ranks 1.5, 1.5: W+ = W- = 1.5; both tails hold 3 of 4 patterns, twice that is capped at 1
        assertEquals(1, WilcoxonSignedRank.test(new double[] {1, -1}).pTwoSided(), ROUNDING);
    }

    @Test
    void test_ofFifteenPositiveDifferencesHasTheSmallestPossibleP() {
        // one pattern of 2^15 in each tail: 2 / 32768
        double[] differences = IntStream.rangeClosed(1, 15).asDoubleStream().toArray();
        assertEquals(2.0 / 32768, WilcoxonSignedRank.test(differences).pTwoSided(), ROUNDING);
    }

    @Test
    void test_ofZerosOnlySaysThatThereIsNothingToTest() {
        var result = WilcoxonSignedRank.test(new double[] {0, -0.0, 0});
        assertTrue(Double.isNaN(result.pTwoSided()));
        assertEquals(3, result.zeros());
        assertEquals(WilcoxonSignedRank.NOTHING_TO_TEST, result.method());
        assertEquals(0, WilcoxonSignedRank.test(new double[0]).n());
    }

    @Test
    void test_agreesWithSciPyWithoutTies() {
        // Cureton's plant heights. scipy 1.10.1:
        // stats.wilcoxon([6,8,14,16,23,24,28,29,41,-48,49,56,60,-67,75], mode='exact') -> W 24, p 0.041259765625
        var result = WilcoxonSignedRank
                .test(new double[] {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75});
        assertEquals(24, Math.min(result.wPlus(), result.wMinus()));
        assertEquals(0.041259765625, result.pTwoSided(), ROUNDING);
    }

    @Test
    void test_agreesWithSciPyWithTies() {
        // scipy 1.10.1, all 4096 sign patterns, s(x) = W+ - W- with mid-ranks by rankdata:
        // stats.permutation_test((d,), s, permutation_type='samples', n_resamples=inf) -> p 0.033203125, W+ 66, W- 12
        var result = WilcoxonSignedRank.test(new double[] {3, -1, 2, 2, -3, 5, 7, -2, 4, 4, 8, 1});
        assertEquals(66, result.wPlus());
        assertEquals(12, result.wMinus());
        assertEquals(0.033203125, result.pTwoSided(), ROUNDING);
    }

    @Test
    void test_ofManyDifferencesIsTheNormalApproximationOfSciPy() {
        // d(i) = (i mod 50 + 1) / 2, i = 1 .. 600, negative where 3 divides i, signs turned where 7 does. scipy 1.10.1:
        // stats.wilcoxon(d, mode='approx', correction=True) -> W 68484.5, p 3.3899481862024835e-07
        double[] differences = IntStream.rangeClosed(1, 600)
                .mapToDouble(i -> (i % 3 == 0 ? -1 : 1) * (i % 7 == 0 ? -1 : 1) * (i % 50 + 1) / 2.0).toArray();
        var result = WilcoxonSignedRank.test(differences);
        assertEquals(68484.5, Math.min(result.wPlus(), result.wMinus()));
        assertEquals(3.3899481862024835e-07, result.pTwoSided(), 1e-9 * 3.4e-07);
        assertEquals(WilcoxonSignedRank.APPROXIMATE, result.method());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void test_isTheShareOfAllSignPatternsAsFarOut(int seed) {
        // whole numbers from -6 to 6: zeros and ties come by themselves
        Random random = new Random(seed);
        double[] differences = IntStream.range(0, 15).mapToDouble(i -> random.nextInt(13) - 6).toArray();
        assertEquals(bySignPatterns(differences), WilcoxonSignedRank.test(differences).pTwoSided(), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void dynamicProgramming_agreesWithTheLibraryWhereNothingTies(int seed) {
        Random random = new Random(seed);
        double[] differences = IntStream.range(0, 40).mapToDouble(i -> random.nextGaussian() + 0.3).toArray();
        var result = WilcoxonSignedRank.test(differences);
        double library = org.apache.commons.statistics.inference.WilcoxonSignedRankTest.withDefaults()
                .with(PValueMethod.EXACT).test(differences).getPValue();
        assertEquals(WilcoxonSignedRank.EXACT, result.method());
        assertEquals(library, result.pTwoSided(), ROUNDING);
    }

    @Test
    void dynamicProgramming_holdsAtItsLargestSample() {
        // the mean rank sum 200 * 201 / 4 lies in the middle: both tails hold at least half
        assertEquals(200, WilcoxonSignedRank.EXACT_UP_TO);
        double[] ranks = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
        assertEquals(1, WilcoxonSignedRank.exactTwoSided(ranks, 10050), ROUNDING);
        // only the empty sum is 0: 2 * 2^-200
        assertEquals(Math.scalb(1.0, -199), WilcoxonSignedRank.exactTwoSided(ranks, 0));
        // R 4.2.2: 2 * psignrank(8442, 200)
        assertEquals(0.04968337108714337, WilcoxonSignedRank.exactTwoSided(ranks, 8442), ROUNDING);
    }

    @Test
    void approximation_isCloseToTheExactValueWhereItBegins() {
        // R 4.2.2: i <- 1:201; d <- ifelse(i%%4==0 | i%%5==1 | i%%11==0, -i, i); wilcox.test(d, exact=TRUE) -> V 10877,
        // p 0.3800550409025279; exact=FALSE -> 0.3792617578573607
        double[] differences = IntStream.rangeClosed(1, 201)
                .mapToDouble(i -> i % 4 == 0 || i % 5 == 1 || i % 11 == 0 ? -i : i).toArray();
        var result = WilcoxonSignedRank.test(differences);
        assertEquals(WilcoxonSignedRank.APPROXIMATE, result.method());
        assertEquals(10877, result.wPlus());
        assertEquals(0.3792617578573607, result.pTwoSided(), ROUNDING);
        assertEquals(0.3800550409025279, result.pTwoSided(), 0.01 * 0.38);
    }

    @Test
    void test_ofPairsIgnoresTheRoundingOfDecimals() {
        // 0.3 - 0.1 and 0.2 - 0.0 differ in their last bit, 0.1 + 0.2 is not 0.3 in binary; in decimals the differences
        // are 0.2, 0.2, 0: two ties and a zero, p = 2 * 1 / 4
        var result = WilcoxonSignedRank.test(new double[] {0.1, 0.0, 0.3}, new double[] {0.3, 0.2, 0.1 + 0.2});
        assertEquals(1, result.zeros());
        assertEquals(2, result.n());
        assertTrue(result.ties());
        assertEquals(0.5, result.pTwoSided(), ROUNDING);
    }

    @Test
    void test_refusesWhatIsNoPair() {
        assertThrows(IllegalArgumentException.class,
                () -> WilcoxonSignedRank.test(new double[] {1}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> WilcoxonSignedRank.test(new double[] {1, Double.NaN}));
    }

    /** The slow reference: all 2^n sign patterns, ranks by counting, in whole numbers (ranks times 2). */
    private static double bySignPatterns(double[] differences) {
        double[] kept = IntStream.range(0, differences.length).mapToDouble(i -> differences[i]).filter(d -> d != 0)
                .toArray();
        int n = kept.length;
        int[] doubledRanks = new int[n];
        for (int i = 0; i < n; i++) {
            for (double other : kept) {
                double less = Math.abs(kept[i]) - Math.abs(other);
                doubledRanks[i] += less > 0 ? 2 : less == 0 ? 1 : 0;
            }
            doubledRanks[i] += 1;
        }
        int observed = IntStream.range(0, n).map(i -> kept[i] > 0 ? doubledRanks[i] : -doubledRanks[i]).sum();
        int asFarOut = 0;
        for (int pattern = 0; pattern < 1 << n; pattern++) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (pattern >> i & 1) == 1 ? doubledRanks[i] : -doubledRanks[i];
            }
            if (Math.abs(sum) >= Math.abs(observed)) {
                asFarOut++;
            }
        }
        return asFarOut / (double) (1 << n);
    }
}
