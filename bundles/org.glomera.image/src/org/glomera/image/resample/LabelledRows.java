package org.glomera.image.resample;

import java.util.stream.IntStream;

/** Which source rows along x bear a label at all; most rows of a delineation do not, and nothing is counted there. */
final class LabelledRows {

    private final AxisWeights y;
    private final AxisWeights z;
    private final int firstY;
    private final int firstZ;
    private final int alongY;
    private final boolean[] labelled;

    LabelledRows(byte[] labels, AxisWeights x, AxisWeights y, AxisWeights z) {
        this.y = y;
        this.z = z;
        firstY = y.leastSource();
        firstZ = z.leastSource();
        alongY = y.greatestSource() - firstY + 1;
        int firstX = x.leastSource();
        int alongX = x.greatestSource() - firstX + 1;
        int alongZ = z.greatestSource() - firstZ + 1;
        labelled = new boolean[alongZ * alongY];
        IntStream.range(0, labelled.length).parallel().forEach(row -> {
            int at = (firstZ + row / alongY) * z.stride() + (firstY + row % alongY) * y.stride() + firstX * x.stride();
            int left = alongX;
            while (left > 0 && labels[at] == 0) {
                left--;
                at += x.stride();
            }
            labelled[row] = left > 0;
        });
    }

    /** Whether one of the rows that the target voxels of a row take up bears a label. */
    boolean any(int targetY, int targetZ) {
        for (int ez = z.begin(targetZ); ez < z.end(targetZ); ez++) {
            for (int ey = y.begin(targetY); ey < y.end(targetY); ey++) {
                if (labelled[(z.source(ez) - firstZ) * alongY + y.source(ey) - firstY]) {
                    return true;
                }
            }
        }
        return false;
    }
}
