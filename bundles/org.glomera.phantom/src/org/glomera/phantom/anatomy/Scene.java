package org.glomera.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.geometry.Vector3;

/** What the builders of a patient share: the drawn properties, the noise, and the layers so far. */
final class Scene {

    final Draw draw;
    final Physique physique;
    final Attenuation attenuation;
    final Uptake uptake;
    final SmoothNoise noise;
    final List<Layer> layers = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();

    Scene(Draw draw, Physique physique, Attenuation attenuation, Uptake uptake, SmoothNoise noise) {
        this.draw = draw;
        this.physique = physique;
        this.attenuation = attenuation;
        this.uptake = uptake;
        this.noise = noise;
    }

    void trunk(Region region, Tissue tissue) {
        layers.add(new Layer(region, tissue, Part.TRUNK));
    }

    void organ(Region region, Tissue tissue) {
        layers.add(new Layer(region, tissue, Part.ORGANS));
    }

    /** A tissue that varies a little from place to place. */
    Tissue textured(double hu, double huRange, double bqPerMl, double share, double wavelengthMm) {
        return new Tissue.Textured(hu, huRange, bqPerMl, share, wavelengthMm, noise.moved(draw.random()));
    }

    /** A surface that undulates. */
    Region rough(Region region, double amplitudeMm, double wavelengthMm) {
        return region.rough(noise.moved(draw.random()), amplitudeMm, wavelengthMm);
    }

    /** Rods from point to point, all of one radius. */
    static List<Region> chain(List<Vector3> points, double radius) {
        List<Region> rods = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            rods.add(new Capsule(points.get(i - 1), points.get(i), radius, radius));
        }
        return rods;
    }

    static Vector3 point(double x, double y, double z) {
        return new Vector3(x, y, z);
    }
}
