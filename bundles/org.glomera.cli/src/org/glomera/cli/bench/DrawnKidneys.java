package org.glomera.cli.bench;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/** Two ellipsoids as large as kidneys, for measuring times; every case a little different. */
final class DrawnKidneys {

    private static final double FROM_MIDDLE_MM = 60;
    private static final Vector3 RADII_MM = new Vector3(27, 24, 54);
    private static final float BQ_PER_ML = 20_000;

    private DrawnKidneys() {
    }

    /** A grid whose middle is the origin. */
    static Grid grid(int nx, int ny, int nz, Vector3 spacingMm) {
        return Grid.axial(nx, ny, nz, spacingMm, new Vector3(-(nx - 1) / 2.0 * spacingMm.x(),
                -(ny - 1) / 2.0 * spacingMm.y(), -(nz - 1) / 2.0 * spacingMm.z()));
    }

    /** A manual delineation. */
    static LabelMap reference(Grid grid, int number) {
        return draw(grid, new Vector3(number % 5, number % 3, number), 1);
    }

    /** An automatic delineation that lies some millimetres beside the manual one and is a little larger. */
    static LabelMap candidate(Grid grid, int number) {
        return draw(grid, new Vector3(number % 5 + 2.5, number % 3 - 1.5, number + 3.0), 1 + 0.01 * (number % 7));
    }

    private static LabelMap draw(Grid grid, Vector3 shiftMm, double scale) {
        byte[] labels = new byte[grid.voxelCount()];
        for (Side side : Side.values()) {
            Vector3 centre = shiftMm.plus(new Vector3(side == Side.RIGHT ? -FROM_MIDDLE_MM : FROM_MIDDLE_MM, 0, 0));
            for (int z = 0; z < grid.nz(); z++) {
                for (int y = 0; y < grid.ny(); y++) {
                    drawRow(grid, labels, y, z, centre, scale, side);
                }
            }
        }
        return new LabelMap(grid, labels);
    }

    private static void drawRow(Grid grid, byte[] labels, int y, int z, Vector3 centre, double scale, Side side) {
        Vector3 first = grid.patientMm(0, y, z).minus(centre);
        double rest = 1 - square(first.y() / RADII_MM.y() / scale) - square(first.z() / RADII_MM.z() / scale);
        for (int x = 0; x < grid.nx() && rest > 0; x++) {
            if (square((first.x() + x * grid.spacingMm().x()) / RADII_MM.x() / scale) <= rest) {
                labels[grid.index(x, y, z)] = (byte) side.label();
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }

    /** An image that grows evenly from nothing at its first voxel. */
    static Volume activity(Grid grid) {
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = BQ_PER_ML * i / values.length;
        }
        return new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
    }
}
