package org.glomera.phantom.anatomy;

import static org.glomera.phantom.anatomy.Scene.point;

import java.util.ArrayList;
import java.util.List;

/** Draws lungs, heart, liver, gall bladder, spleen, stomach, pancreas and adrenal glands. */
final class OrganBuilder {

    private static final double GAS_HU = -940;

    private final Scene scene;
    private final Draw draw;
    private final Physique physique;
    private final Diaphragm diaphragm;

    OrganBuilder(Scene scene) {
        this.scene = scene;
        draw = scene.draw;
        physique = scene.physique;
        double right = 128 + 10 * physique.size() + draw.around(0, 10);
        diaphragm = new Diaphragm(physique.cavity(), right, right - draw.between(6, 16));
    }

    /** All organs, from the chest down. */
    void build() {
        chest();
        liver();
        stomach();
        spleen();
        pancreas();
        adrenals();
    }

    /** A region cut to the part of the cavity below the diaphragm. */
    private Region below(Region region) {
        return region.within(physique.cavity().grown(-2)).without(diaphragm.grown(3));
    }

    private void chest() {
        Tissue lung = scene.textured(draw.around(-820, 30), 60, scene.uptake.lung(), 0.2, 8);
        scene.organ(diaphragm.within(physique.cavity().grown(-1)), lung);
        Region heart = Ellipsoid.at(28, -38, diaphragm.leftDome() + 42, 58, 42, 55);
        scene.organ(heart.within(physique.cavity().grown(-4)).within(diaphragm.grown(3)),
                Tissue.even(scene.attenuation.vein() * 0.8 + 8, scene.uptake.blood()));
        scene.organ(new Column(8, physique.spineY() - 30, 20, 14, diaphragm.leftDome() - 30, 330).within(diaphragm),
                Tissue.even(scene.attenuation.fat() / 2, scene.uptake.blood()));
    }

    private void liver() {
        double s = draw.between(0.9, 1.13) * (0.94 + 0.1 * physique.size());
        double top = diaphragm.rightDome();
        double front = physique.cavity().front();
        List<Region> lobes = new ArrayList<>();
        lobes.add(Ellipsoid.at(-72 * s, -8, top - 74 * s, 76 * s, 84 * s, 82 * s));
        lobes.add(Ellipsoid.at(-98, -6 + draw.around(0, 6), top - (112 + draw.around(10, 16)) * s, 36, 50, 58 * s));
        lobes.add(Ellipsoid.at(12 + draw.around(0, 14), -0.62 * front, top - 58 * s, 78, 0.45 * front, 44));
        Region liver = below(scene.rough(new SmoothUnion(lobes, 35), 2.5, 30));
        double share = scene.uptake.hotLiver() ? 0.45 : 0.15;
        Tissue tissue = scene.textured(scene.attenuation.liver(), 5, scene.uptake.liver(), share, 16);
        Tissue vessels = Tissue.even(scene.attenuation.vein(), scene.uptake.liver());
        scene.organ(liver, new Tissue.Streaked(tissue, vessels, 0.62, 7, scene.noise.moved(draw.random())));
        if (draw.chance(0.85)) {
            scene.organ(new Ellipsoid(Frame.at(point(-42, -0.55 * front, top - 120 * s)).turned(0.5, 0.3, 0), 15, 14, 30),
                    Tissue.even(draw.around(10, 4), scene.uptake.liver() * 0.3));
        }
        metastases(liver, s, top);
    }

    /** Tumours of the liver, many in a hot one. */
    private void metastases(Region liver, double s, double top) {
        int count = scene.uptake.hotLiver() ? draw.whole(4, 12) : draw.chance(0.4) ? draw.whole(1, 4) : 0;
        double hu = scene.attenuation.liver() - draw.between(0, 20);
        for (int i = 0; i < count; i++) {
            double r = draw.between(5, 17);
            Region lesion = Ellipsoid.at(draw.between(-120, 10), draw.between(-60, 45), top - s * draw.between(25, 150),
                    r, r * draw.between(0.8, 1.2), r * draw.between(0.8, 1.2));
            scene.organ(lesion.within(liver.grown(-1)), Tissue.even(hu, scene.uptake.lesion()));
        }
        if (count > 0) {
            scene.remarks.add("the liver has metastases");
        }
    }

    private void stomach() {
        double front = physique.cavity().front();
        double s = draw.between(0.75, 1.15);
        Frame frame = Frame.at(point(58 + draw.around(0, 8), -0.5 * front, diaphragm.leftDome() - 55))
                .turned(0, draw.around(0.5, 0.15), 0);
        Region outer = below(scene.rough(new Ellipsoid(frame, 46 * s, 30 * s, 60 * s), 3, 20));
        Region antrum = below(new Capsule(point(45, -0.62 * front, diaphragm.leftDome() - 95),
                point(-12, -0.55 * front, diaphragm.leftDome() - 112), 19 * s, 13 * s));
        for (Region part : List.of(outer, antrum)) {
            scene.organ(part, Tissue.even(scene.attenuation.bowelWall(), scene.uptake.bowel() * 0.4));
        }
        for (Region part : List.of(outer, antrum)) {
            Region lumen = part.grown(-4);
            scene.organ(lumen, scene.textured(scene.attenuation.chyme(), 18, scene.uptake.muscle(), 0.3, 10));
            scene.organ(lumen.within(new InFrontOf(-0.5 * front - draw.between(0, 20))), Tissue.even(GAS_HU, 0));
        }
    }

    private void spleen() {
        double s = draw.between(0.85, 1.3);
        Frame frame = Frame.at(point(physique.cavity().halfWidth() - 34, 24 + draw.around(0, 6),
                diaphragm.leftDome() - 52 + draw.around(0, 9))).turned(draw.around(0.35, 0.15), draw.around(0.15, 0.1),
                        draw.around(-0.35, 0.15));
        Region spleen = new Ellipsoid(frame, 25 * s, 46 * s, 52 * s);
        Region hollow = new Ellipsoid(new Frame(frame.toBody(-30 * s, -8, 0), frame.u(), frame.v(), frame.w()), 18, 30, 34);
        scene.organ(below(scene.rough(spleen.without(hollow), 2, 22)),
                scene.textured(scene.attenuation.spleen(), 4, scene.uptake.spleen(), 0.12, 15));
        if (draw.chance(0.15)) {
            scene.organ(new Ellipsoid(Frame.at(frame.toBody(-32 * s, -22 * s, -20)), 7, 7, 7),
                    Tissue.even(scene.attenuation.spleen(), scene.uptake.spleen()));
            scene.remarks.add("there is an accessory spleen");
        }
    }

    private void pancreas() {
        Tissue tissue = scene.textured(scene.attenuation.pancreas(), 14, scene.uptake.pancreas(), 0.3, 7);
        double y = -0.32 * physique.cavity().front();
        double lift = draw.around(0, 8);
        Region head = new Capsule(point(-28, y + 8, -2 + lift), point(-20, y, 22 + lift), 14, 12);
        Region body = new Capsule(point(-20, y, 22 + lift), point(28, y - 6, 38 + lift), 9, 9);
        Region tail = new Capsule(point(28, y - 6, 38 + lift), point(78, y + 22, 56 + lift), 10, 8);
        for (Region part : List.of(head, body, tail)) {
            scene.organ(scene.rough(part, 3.5, 8), tissue);
        }
    }

    private void adrenals() {
        double y = physique.spineY() - 14;
        for (int side = -1; side <= 1; side += 2) {
            Tissue tissue = Tissue.even(scene.attenuation.pancreas() - 5, scene.uptake.pancreas());
            scene.organ(new Capsule(point(side * 32, y - 8, 62), point(side * 42, y + 12, 50), 2.6, 3.2), tissue);
            scene.organ(new Capsule(point(side * 32, y - 8, 62), point(side * 30, y + 12, 48), 2.6, 2.6), tissue);
        }
    }
}
