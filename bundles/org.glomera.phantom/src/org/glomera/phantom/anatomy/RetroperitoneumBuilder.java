package org.glomera.phantom.anatomy;

import static org.glomera.phantom.anatomy.Scene.point;

import java.util.List;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/** Draws what lies around the kidneys: their fat, the great vessels and their branches, ureters, and lesions. */
final class RetroperitoneumBuilder {

    private final Scene scene;
    private final Draw draw;
    private final double vesselY;
    private final double thinFatMm;

    RetroperitoneumBuilder(Scene scene) {
        this.scene = scene;
        draw = scene.draw;
        vesselY = scene.physique.spineY() - 29;
        thinFatMm = 2.5 + 11 * scene.physique.fatness() + draw.between(0, 3.5);
    }

    /** The fat around a kidney; it thins out in places, so that organs touch. */
    void fat(Kidney kidney) {
        Tissue fat = scene.textured(scene.attenuation.fat(), 10, scene.uptake.fat(), 0.2, 9);
        Tissue strands = new Tissue.Streaked(fat, Tissue.even(0, scene.uptake.blood()), draw.between(0.6, 0.85), 5,
                scene.noise.moved(draw.random()));
        Region capsule = scene.rough(kidney.region().grown(thinFatMm), 1 + 0.85 * thinFatMm, 22);
        Region hilum = new Ellipsoid(Frame.at(kidney.hilum()), 15, 12, 20);
        Region all = new SmoothUnion(List.of(capsule, hilum), 5).within(scene.physique.cavity());
        scene.layers.add(new Layer(all, strands, kidney.part()));
    }

    /** Aorta, inferior vena cava, renal arteries and veins, pelvis and ureters. */
    void vessels(Kidney right, Kidney left) {
        Tissue artery = Tissue.even(scene.attenuation.artery(), scene.uptake.blood());
        Tissue vein = Tissue.even(scene.attenuation.vein(), scene.uptake.blood());
        double r = draw.between(8.5, 12.5);
        double x = draw.around(9, 3);
        double fork = -80 + draw.around(0, 8);
        scene.trunk(new Capsule(point(x, vesselY, 340), point(x - 3, vesselY, fork), r + 1, r), artery);
        scene.trunk(new Capsule(point(-24, vesselY - 3, 340), point(-21, vesselY, fork - 10), r, r), vein);
        for (int side = -1; side <= 1; side += 2) {
            scene.trunk(new Capsule(point(x - 3, vesselY, fork), point(side * 48, vesselY - 6, -230), 6.5, 5.5), artery);
            scene.trunk(new Capsule(point(-21, vesselY, fork - 10), point(side * 52, vesselY + 2, -230), 7, 6), vein);
        }
        if (draw.chance(0.5)) {
            scene.trunk(new Capsule(point(x + r, vesselY - 3, 20), point(x + r, vesselY, fork), 1.6, 1.6),
                    Tissue.even(700, 0));
        }
        for (Kidney kidney : List.of(right, left)) {
            branches(kidney, point(x, vesselY, 0), artery, vein);
        }
    }

    private void branches(Kidney kidney, Vector3 aorta, Tissue artery, Tissue vein) {
        Vector3 hilum = kidney.hilum();
        Vector3 middle = kidney.centroid();
        Vector3 start = point(aorta.x(), aorta.y(), hilum.z() + 10);
        Vector3 cava = point(-22, aorta.y() - 4, hilum.z() + 12);
        kidneyLayer(kidney, new Capsule(start, hilum, 3, 2.6), artery);
        kidneyLayer(kidney, new Capsule(cava, hilum.plus(point(0, -3, 3)), 5.5, 4), vein);
        Tissue urine = Tissue.even(scene.attenuation.urine(), kidney.meanBqPerMl() * 0.25);
        double inwards = kidney.side() == Side.RIGHT ? 1 : -1;
        Vector3 exit = hilum.plus(point(inwards * 9, -4, -12));
        kidneyLayer(kidney, new Capsule(middle, hilum, 5, 6), urine);
        kidneyLayer(kidney, new Capsule(hilum, exit, 6, 3), urine);
        kidneyLayer(kidney, new Capsule(exit, point(-inwards * 38, scene.physique.spineY() - 24, -90), 2.6, 2), urine);
    }

    private void kidneyLayer(Kidney kidney, Region region, Tissue tissue) {
        scene.layers.add(new Layer(region, tissue, kidney.part()));
    }

    /** Tumours near a kidney in some: a node beside the aorta, an adrenal or a bone metastasis. */
    void lesions(Kidney right, Kidney left) {
        for (Kidney kidney : List.of(right, left)) {
            if (draw.chance(0.16)) {
                double r = draw.between(6, 15);
                Vector3 direction = unit(point(kidney.side() == Side.RIGHT ? 0.7 : -0.7, draw.between(-1, -0.1),
                        draw.between(-0.5, 1.5)));
                double d = 0;
                Vector3 centre = kidney.centroid();
                while (kidney.region().distance(centre.x(), centre.y(), centre.z()) < r + 1 && d < 150) {
                    d += 2;
                    centre = kidney.centroid().plus(direction.times(d));
                }
                Region lesion = scene.rough(Ellipsoid.at(centre.x(), centre.y(), centre.z(), r, r, r), 1.5, 9);
                scene.organ(lesion, Tissue.even(scene.attenuation.spleen() - 8, scene.uptake.lesion()));
                scene.remarks.add("there is a lesion beside the " + kidney.side().word() + " kidney");
            }
        }
        if (draw.chance(0.2)) {
            double z = scene.physique.levelZ() + 34 * draw.whole(-3, 3);
            scene.trunk(Ellipsoid.at(draw.between(-12, 12), scene.physique.spineY(), z, 9, 8, 9),
                    Tissue.even(260, scene.uptake.lesion()));
            scene.remarks.add("there is a bone metastasis");
        }
    }

    private static Vector3 unit(Vector3 v) {
        return v.times(1 / v.length());
    }
}
