package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chi-square figures are scipy 1.17.1's {@code stats.friedmanchisquare(*columns)}; exact p values are the share, in
 * Python's fractions, of all permutations of scipy's {@code rankdata} within the rows whose rank sums have at least the
 * observed sum of squares.
 */
class FriedmanTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void test_ofThreeCasesOfOneOrderIsAsByHand() {
        // rank sums 3, 6, 9, mean 6: 12 / (3 * 3 * 4) * (9 + 0 + 9) = 6. As far apart are the 6 of 6^3 permutations in
        // which all cases have the same order: 1 / 36. W = 6 / (3 * 2) = 1
        var result = Friedman.test(new double[] {1, 2, 7}, new double[] {2, 3, 8}, new double[] {5, 5, 9});
        assertEquals(6, result.chiSquare(), ROUNDING);
        assertEquals(2, result.degreesOfFreedom());
        assertEquals(1 / 36.0, result.p(), ROUNDING);
        assertEquals(1, result.kendallW(), ROUNDING);
        assertEquals(List.of(1.0, 2.0, 3.0), result.meanRanks());
        assertEquals(Friedman.EXACT, result.method());
        assertFalse(result.ties());
    }

    @Test
    void test_ofTiesIsAsByHand() {
        // ranks (1.5, 1.5, 3) and (1, 2, 3): sums 2.5, 3.5, 6; squared deviations from 4: 2.25 + 0.25 + 4 = 6.5. All
        // ranks from 2: 0.25 + 0.25 + 1 + 1 + 0 + 1 = 3.5. Q = 2 * 6.5 / 3.5 = 3.714. With the first row as it is, the
        // second has its 3 in the third column in 2 of 6 orders, and any other order gives a smaller sum of squares
        var result = Friedman.test(new double[] {5, 1}, new double[] {5, 2}, new double[] {9, 3});
        assertEquals(26 / 7.0, result.chiSquare(), ROUNDING);
        assertEquals(1 / 3.0, result.p(), ROUNDING);
        assertTrue(result.ties());
    }

    @Test
    void test_agreesWithSciPyAndR() {
        // with ties: scipy 7.0; R 4.2.2 friedman.test(rbind(c(7,5,6), c(8,8,6), ...)) -> 7; exact 0.027777777777777776
        var tied = Friedman.test(new double[] {7, 8, 9, 5, 6, 9}, new double[] {5, 8, 7, 5, 4, 6},
                new double[] {6, 6, 7, 5, 5, 8});
        assertEquals(7, tied.chiSquare(), ROUNDING);
        assertEquals(0.027777777777777776, tied.p(), ROUNDING);
        // four columns, no ties: scipy 10.920000000000002, exact 0.0031376591435185184
        var four = Friedman.test(new double[] {3, 2, 4, 3, 3}, new double[] {1, 1, 2, 1, 2},
                new double[] {4, 4, 3, 4, 4}, new double[] {2, 3, 1, 2, 1});
        assertEquals(10.92, four.chiSquare(), ROUNDING);
        assertEquals(0.0031376591435185184, four.p(), ROUNDING);
    }

    @Test
    void test_ofManyCasesIsTheChiSquareApproximationOfSciPy() {
        // i = 1 .. 600, numpy: round(sin(i*i)*10), round(sin(i*i+1)*10)+1, round(cos(i*i)*10), i%7-3. scipy:
        // FriedmanchisquareResult(statistic=6.784417808220284, pvalue=0.07909595435887483)
        double[] i = IntStream.rangeClosed(1, 600).asDoubleStream().toArray();
        var result = Friedman.test(Arrays.stream(i).map(x -> Math.rint(Math.sin(x * x) * 10)).toArray(),
                Arrays.stream(i).map(x -> Math.rint(Math.sin(x * x + 1) * 10) + 1).toArray(),
                Arrays.stream(i).map(x -> Math.rint(Math.cos(x * x) * 10)).toArray(),
                Arrays.stream(i).map(x -> x % 7 - 3).toArray());
        assertEquals(6.784417808220284, result.chiSquare(), 1e-9);
        assertEquals(0.07909595435887483, result.p(), 1e-9);
        assertEquals(Friedman.APPROXIMATE, result.method());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void test_isTheShareOfAllPermutationsAsFarApart(int seed) {
        // whole numbers from 0 to 3: ties come by themselves
        Random random = new Random(seed);
        int n = 5;
        double[][] columns = IntStream.range(0, 3)
                .mapToObj(j -> IntStream.range(0, n).mapToDouble(i -> random.nextInt(4)).toArray())
                .toArray(double[][]::new);
        var result = Friedman.test(columns);
        assertEquals(byPermutations(columns, n, 3), result.p(), ROUNDING);
    }

    @Test
    void test_ofEqualColumnsSaysThatThereIsNothingToTest() {
        double[] column = {1, 2, 3};
        var result = Friedman.test(column, column, column);
        assertTrue(Double.isNaN(result.p()));
        assertTrue(Double.isNaN(result.chiSquare()));
        assertEquals(Friedman.ALL_EQUAL, result.method());
        // equal but for the rounding of 0.1 + 0.2 to binary, and zeros of both signs
        assertEquals(Friedman.ALL_EQUAL, Friedman.test(new double[] {0.3, 0.0}, new double[] {0.1 + 0.2, -0.0},
                new double[] {0.3, 0.0}).method());
    }

    @Test
    void test_saysWhatIsMissing() {
        assertEquals(Friedman.TOO_FEW_METHODS, Friedman.test(new double[] {1}, new double[] {2}).method());
        assertEquals(Friedman.TOO_FEW_METHODS, Friedman.test().method());
        assertEquals(Friedman.NO_CASE, Friedman.test(new double[0], new double[0], new double[0]).method());
        assertThrows(IllegalArgumentException.class,
                () -> Friedman.test(new double[] {1}, new double[] {2, 3}, new double[] {1}));
        assertThrows(IllegalArgumentException.class,
                () -> Friedman.test(new double[] {1}, new double[] {Double.NaN}, new double[] {1}));
    }

    @Test
    void test_ofOneCaseCanShowNothing() {
        // every order of one case is as far apart as any other
        assertEquals(1, Friedman.test(new double[] {1}, new double[] {2}, new double[] {3}).p(), ROUNDING);
    }

    @Test
    void test_ofMoreMethodsThanCanBePermutedIsApproximate() {
        double[][] columns = IntStream.range(0, 12).mapToObj(j -> new double[] {j, 12 - j, j * j})
                .toArray(double[][]::new);
        assertEquals(Friedman.APPROXIMATE, Friedman.test(columns).method());
    }

    /** The slow reference: all 6^n orders of the rows, ranks by counting. */
    private static double byPermutations(double[][] columns, int n, int k) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        int[][] ranks = new int[n][k];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                for (int other = 0; other < k; other++) {
                    double less = columns[j][i] - columns[other][i];
                    ranks[i][j] += less > 0 ? 2 : less == 0 ? 1 : 0;
                }
            }
        }
        int patterns = (int) Math.pow(orders.length, n);
        int asFarApart = 0;
        long observed = squares(ranks, orders, 0);
        for (int pattern = 0; pattern < patterns; pattern++) {
            asFarApart += squares(ranks, orders, pattern) >= observed ? 1 : 0;
        }
        return asFarApart / (double) patterns;
    }

    private static long squares(int[][] ranks, int[][] orders, int pattern) {
        long[] sums = new long[3];
        int rest = pattern;
        for (int[] row : ranks) {
            int[] order = orders[rest % orders.length];
            rest /= orders.length;
            for (int j = 0; j < 3; j++) {
                sums[j] += row[order[j]];
            }
        }
        return sums[0] * sums[0] + sums[1] * sums[1] + sums[2] * sums[2];
    }
}
