package org.glomera.phantom.anatomy;

import java.util.List;

/**
 * Several regions grown together, with a fillet where they meet (the polynomial smooth minimum).
 *
 * @param parts at least one region
 * @param filletMm width of the fillet in millimetres; 0 for a sharp edge
 */
public record SmoothUnion(List<Region> parts, double filletMm) implements Region {

    /** Refuses an empty list. */
    public SmoothUnion {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A union has parts.");
        }
    }

    @Override
    public Box box() {
        Box box = parts.get(0).box();
        for (Region part : parts) {
            box = box.with(part.box());
        }
        return box.grown(filletMm / 4);
    }

    @Override
    public double distance(double x, double y, double z) {
        double d = parts.get(0).distance(x, y, z);
        for (int i = 1; i < parts.size(); i++) {
            d = smoothMinimum(d, parts.get(i).distance(x, y, z), filletMm);
        }
        return d;
    }

    /** The smaller of two numbers, less up to a quarter of {@code k} where they differ by less than {@code k}. */
    static double smoothMinimum(double a, double b, double k) {
        double h = Math.max(k - Math.abs(a - b), 0);
        return h == 0 ? Math.min(a, b) : Math.min(a, b) - h * h / (4 * k);
    }
}
