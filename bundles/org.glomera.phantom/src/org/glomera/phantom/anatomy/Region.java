package org.glomera.phantom.anatomy;

/** A part of space in body coordinates. Immutable, safe for use by several threads. */
public interface Region {

    /** A point that lies further outside is not looked at more closely. */
    double FAR_MM = 8;

    /** A box that holds the region. */
    Box box();

    /**
     * The distance in millimetres from the point to the region's surface, negative inside; exact on the surface, an
     * approximation elsewhere.
     */
    double distance(double x, double y, double z);

    /** This region cut by another: the part of space in both. */
    default Region within(Region other) {
        Region self = this;
        return new Region() {
            @Override
            public Box box() {
                return self.box();
            }

            @Override
            public double distance(double x, double y, double z) {
                double d = self.distance(x, y, z);
                return d > FAR_MM ? d : Math.max(d, other.distance(x, y, z));
            }
        };
    }

    /** This region without another. */
    default Region without(Region other) {
        Region self = this;
        return new Region() {
            @Override
            public Box box() {
                return self.box();
            }

            @Override
            public double distance(double x, double y, double z) {
                double d = self.distance(x, y, z);
                return d > FAR_MM ? d : Math.max(d, -other.distance(x, y, z));
            }
        };
    }

    /** The shell {@code outMm} outside of this region's surface, {@code widthMm} thick. */
    default Region shell(double outMm, double widthMm) {
        Region self = this;
        return new Region() {
            @Override
            public Box box() {
                return self.box().grown(Math.max(0, outMm + widthMm / 2));
            }

            @Override
            public double distance(double x, double y, double z) {
                return Math.abs(self.distance(x, y, z) - outMm) - widthMm / 2;
            }
        };
    }

    /** This region, larger by {@code mm} on all sides, or smaller when negative. */
    default Region grown(double mm) {
        Region self = this;
        return new Region() {
            @Override
            public Box box() {
                return self.box().grown(Math.max(0, mm));
            }

            @Override
            public double distance(double x, double y, double z) {
                return self.distance(x, y, z) - mm;
            }
        };
    }

    /** This region with a surface that undulates by up to {@code amplitudeMm}. */
    default Region rough(SmoothNoise noise, double amplitudeMm, double wavelengthMm) {
        Region self = this;
        double margin = 2 * amplitudeMm + 6;
        return new Region() {
            @Override
            public Box box() {
                return self.box().grown(amplitudeMm);
            }

            @Override
            public double distance(double x, double y, double z) {
                double d = self.distance(x, y, z);
                if (amplitudeMm == 0 || d > margin || d < -margin) {
                    return d;
                }
                return d + amplitudeMm * noise.at(x / wavelengthMm, y / wavelengthMm, z / wavelengthMm);
            }
        };
    }
}
