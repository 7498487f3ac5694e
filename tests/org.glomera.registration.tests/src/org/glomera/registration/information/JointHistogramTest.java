package org.glomera.registration.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class JointHistogramTest {

    private static final double ROUNDING = 1e-12;

    private static JointHistogram of(int bins, double[]... pairs) {
        JointHistogram histogram = new JointHistogram(bins);
        for (double[] pair : pairs) {
            histogram.add(pair[0], pair[1]);
        }
        return histogram;
    }

    @Test
    void nmi_isTwoWhenEachTellsAllAboutTheOther() {
        // H(A) = H(B) = H(A, B) = log 3
        assertEquals(2, of(4, new double[] {0, 3}, new double[] {1, 0}, new double[] {3, 1}).normalisedMutualInformation(),
                ROUNDING);
    }

    @Test
    void nmi_isOneWhenNeitherTellsAnything() {
        // all four combinations of two values: H(A) = H(B) = log 2, H(A, B) = log 4
        assertEquals(1, of(4, new double[] {0, 0}, new double[] {0, 2}, new double[] {2, 0}, new double[] {2, 2})
                .normalisedMutualInformation(), ROUNDING);
    }

    @Test
    void nmi_isThatOfAHistogramWorkedOutByHand() {
        // joint 2/4, 1/4, 0, 1/4: H(A, B) = 0.5 log 2 + 2 * 0.25 log 4 = 1.5 log 2;
        // A 3/4, 1/4 and B 2/4, 2/4: H(A) = 2 log 2 - 0.75 log 3, H(B) = log 2
        double expected = (3 * Math.log(2) - 0.75 * Math.log(3)) / (1.5 * Math.log(2));
        assertEquals(expected, of(2, new double[] {0, 0}, new double[] {0, 0}, new double[] {0, 1}, new double[] {1, 1})
                .normalisedMutualInformation(), ROUNDING);
    }

    @Test
    void aValueBetweenBins_countsForBothByItsDistance() {
        // (0.25, 0.5) gives 0.375, 0.375, 0.125, 0.125, which is independent: A 0.75, 0.25 times B 0.5, 0.5
        assertEquals(1, of(2, new double[] {0.25, 0.5}).normalisedMutualInformation(), ROUNDING);
        assertEquals(1, of(2, new double[] {0.25, 0.5}).total(), ROUNDING);
    }

    @Test
    void theHighestValue_fallsIntoTheLastBin() {
        JointHistogram both = of(3, new double[] {2, 2}, new double[] {0, 0});
        assertEquals(2, both.total(), ROUNDING);
        assertEquals(2, both.normalisedMutualInformation(), ROUNDING);
    }

    @Test
    void constantImagesAndNothing_haveNoNmi() {
        assertTrue(Double.isNaN(of(3, new double[] {1, 1}, new double[] {1, 1}).normalisedMutualInformation()));
        assertTrue(Double.isNaN(of(3).normalisedMutualInformation()));
    }

    @Test
    void nmi_equalsTheDefinitionOverRandomValues() {
        Random random = new Random(1);
        int bins = 7;
        JointHistogram histogram = new JointHistogram(bins);
        JointHistogram half = new JointHistogram(bins);
        double[][] slow = new double[bins][bins];
        int count = 500;
        for (int k = 0; k < count; k++) {
            double a = random.nextDouble() * (bins - 1);
            double b = Math.min(bins - 1, 0.5 * a + random.nextDouble() * 2);
            (k % 2 == 0 ? histogram : half).add(a, b);
            for (int i = 0; i < bins; i++) {
                for (int j = 0; j < bins; j++) {
                    slow[i][j] += Math.max(0, 1 - Math.abs(a - i)) * Math.max(0, 1 - Math.abs(b - j)) / count;
                }
            }
        }
        histogram.add(half);
        double joint = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < bins; i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < bins; j++) {
                joint -= slow[i][j] == 0 ? 0 : slow[i][j] * Math.log(slow[i][j]);
                row += slow[i][j];
                column += slow[j][i];
            }
            first -= row * Math.log(row);
            second -= column == 0 ? 0 : column * Math.log(column);
        }
        assertEquals((first + second) / joint, histogram.normalisedMutualInformation(), 1e-10);
    }
}
