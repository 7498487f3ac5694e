package org.glomera.phantom.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.glomera.phantom.anatomy.Draw;
import org.junit.jupiter.api.Test;

class DistanceFieldTest {

    @Test
    void signed_isThatOfASearchOverAllPoints() {
        int nx = 9;
        int ny = 6;
        int nz = 5;
        boolean[] inside = new boolean[nx * ny * nz];
        Draw draw = Draw.of(1, "points");
        for (int i = 0; i < inside.length; i++) {
            inside[i] = draw.chance(0.3);
        }
        float[] signed = new DistanceField(nx, ny, nz).signed(inside);
        for (int i = 0; i < inside.length; i++) {
            double nearest = Double.MAX_VALUE;
            for (int j = 0; j < inside.length; j++) {
                if (inside[j] != inside[i]) {
                    double dx = i % nx - j % nx;
                    double dy = i / nx % ny - j / nx % ny;
                    double dz = i / (nx * ny) - j / (nx * ny);
                    nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy + dz * dz));
                }
            }
            // the surface lies half a step before the nearest point of the other kind
            assertEquals(inside[i] ? 0.5 - nearest : nearest - 0.5, signed[i], 1e-5);
        }
    }
}
