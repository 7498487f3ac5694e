package org.glomera.phantom;

/** Small cohorts for tests, with anisotropic grids. */
final class TestSpecs {

    private TestSpecs() {
    }

    /** Four SPECT/CT, one diagnostic CT, two test cases, three unusable ones. */
    static PhantomSpec small() {
        return with(4, 1, 2, 3, 2, 1, 1, new SpectSampling(60, 60, 48, 6.4, 6.4, 7, 12, 6, 5, 1200));
    }

    /** The same without blur and noise of the SPECT, and with exact delineations. */
    static PhantomSpec exact() {
        return with(4, 1, 2, 3, 2, 1, 0, new SpectSampling(100, 90, 64, 4, 4.4, 5, 0, 0, 5, 0));
    }

    static PhantomSpec with(int spectCt, int diagnostic, int test, int unusable, int movedTraining, int movedTest,
            double jitterMm, SpectSampling spect) {
        return new PhantomSpec(spectCt, diagnostic, test, unusable, movedTraining, movedTest, 15, jitterMm, 42,
                new CtSampling(96, 88, 50, 4.1, 4.4, 7, 24, false), new CtSampling(112, 112, 64, 3.5, 3.6, 5.5, 12, true),
                spect, null);
    }
}
