package org.glomera.phantom.anatomy;

import static org.glomera.phantom.anatomy.Scene.point;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.geometry.Vector3;

/** Draws what holds the body together: skin, fat, muscles, spine, ribs, pelvis, and the table under the patient. */
final class FrameworkBuilder {

    private static final double VERTEBRA_MM = 34;
    private static final int LOWEST_LEVEL = -6;
    private static final int HIGHEST_LEVEL = 7;
    private static final double END_MM = 320;
    private static final double CORTICAL_HU = 420;

    private final Scene scene;
    private final Draw draw;
    private final Physique physique;
    private final double spongyHu;
    private final Tissue muscle;

    FrameworkBuilder(Scene scene) {
        this.scene = scene;
        draw = scene.draw;
        physique = scene.physique;
        spongyHu = draw.around(150, 35);
        Tissue meat = scene.textured(scene.attenuation.muscle(), 8, scene.uptake.muscle(), 0.3, 12);
        muscle = new Tissue.Streaked(meat, fat(), draw.between(0.5, 0.85), 6, scene.noise.moved(draw.random()));
    }

    private Tissue fat() {
        return scene.textured(scene.attenuation.fat(), 10, scene.uptake.fat(), 0.2, 9);
    }

    /** Skin, fat, muscles, the fat of the cavity and the table: what all else is painted on. */
    void walls() {
        table();
        scene.trunk(physique.skin(), new Tissue.Coated(Tissue.even(15, scene.uptake.muscle()), 2, fat()));
        scene.trunk(scene.rough(physique.muscles(), 1.5, 25), muscle);
        wallLayers();
        Tissue strands = Tissue.even(0, scene.uptake.blood());
        scene.trunk(physique.cavity(), new Tissue.Streaked(fat(), strands, draw.between(0.5, 0.75), 5.5,
                scene.noise.moved(draw.random())));
    }

    /** Lines of fat between the muscles of the flank and around those of the back. */
    private void wallLayers() {
        double width = draw.between(0.3, 1.2) * (0.5 + physique.fatness());
        Region flank = physique.cavity().shell(5, 2 * width).within(new InFrontOf(physique.cavity().back() * 0.75));
        scene.trunk(flank, fat());
        double y = physique.muscles().back() - 27;
        for (int side = -1; side <= 1; side += 2) {
            Region erector = new Column(side * (30 + 4 * physique.size()), y, 27 + 4 * physique.size(), 19, -END_MM,
                    END_MM);
            scene.trunk(scene.rough(erector.grown(1 + 2 * physique.fatness()), 1, 14).within(physique.muscles()), fat());
            scene.trunk(erector.within(physique.muscles()), muscle);
        }
    }

    private void table() {
        for (double depth : new double[] {0, 24}) {
            scene.trunk(new TableTop(physique.skin().back() + 3 + depth, 420 + depth, 4), Tissue.even(80, 0));
        }
    }

    /** Psoas, quadratus lumborum, spine, ribs and pelvis. */
    void musclesAndBones() {
        double y = physique.spineY();
        for (int side = -1; side <= 1; side += 2) {
            double thick = 14 + 6 * physique.size() + draw.around(0, 2);
            scene.trunk(new Capsule(point(side * 25, y - 4, 45), point(side * 37, y - 4, -55), 7, thick), muscle);
            scene.trunk(new Capsule(point(side * 37, y - 4, -55), point(side * 56, y - 22, -190), thick, thick + 5),
                    muscle);
            scene.trunk(new Column(side * 60, y + 25, 20, 8, -END_MM, 45), muscle);
            crus(side);
            pelvis(side);
        }
        spine();
        ribs();
    }

    private void crus(int side) {
        double y = physique.spineY() - 20;
        scene.trunk(new Capsule(point(side * 14, y, 10), point(side * 17, y - 4, 130), 3.5, 5), muscle);
    }

    private void spine() {
        double y = physique.spineY();
        scene.trunk(new Column(0, y, 22, 16, -END_MM, END_MM), Tissue.even(85, scene.uptake.muscle()));
        for (int level = LOWEST_LEVEL; level <= HIGHEST_LEVEL; level++) {
            vertebra(y, physique.levelZ() + level * VERTEBRA_MM);
        }
        scene.trunk(new Column(0, y + 24, 9, 8, -END_MM, END_MM), Tissue.even(25, scene.uptake.blood()));
    }

    private void vertebra(double y, double z) {
        Tissue cortical = Tissue.even(CORTICAL_HU, scene.uptake.marrow());
        Tissue spongy = scene.textured(spongyHu, 40, scene.uptake.marrow(), 0.3, 7);
        Column body = new Column(0, y, 23 + draw.around(0, 0.7), 17, z - 13, z + 13);
        scene.trunk(body, cortical);
        scene.trunk(body.grown(-2.2), spongy);
        scene.trunk(new Column(0, y + 24, 14, 13, z - 11, z + 8), cortical);
        scene.trunk(new Capsule(point(0, y + 36, z - 3), point(0, y + 56, z - 10), 4, 4.5), cortical);
        for (int side = -1; side <= 1; side += 2) {
            scene.trunk(new Capsule(point(side * 14, y + 24, z + 2), point(side * 38, y + 30, z), 4.5, 3.2), cortical);
            scene.trunk(new Capsule(point(side * 16, y + 32, z - 14), point(side * 15, y + 30, z - 4), 6, 5), cortical);
        }
    }

    private void ribs() {
        double[] reach = {55, 88, 125, 135, 140, 140, 140};
        double[] fall = {30, 55, 85, 95, 95, 95, 95};
        for (int rib = 0; rib < reach.length; rib++) {
            double head = physique.levelZ() + VERTEBRA_MM * (rib + 1) + draw.around(0, 2);
            for (int side = -1; side <= 1; side += 2) {
                rib(side, head, reach[rib] * draw.between(0.92, 1.05), fall[rib]);
            }
        }
    }

    private void rib(int side, double head, double reachDegrees, double fallMm) {
        List<Vector3> points = new ArrayList<>();
        for (double angle = 17; angle <= reachDegrees; angle += 9) {
            double z = head - fallMm * Math.sin(Math.toRadians(Math.min(90, angle * 90 / 130)));
            points.add(physique.cavity().onWall(side * Math.toRadians(angle), 6, z));
        }
        Tissue cortical = Tissue.even(CORTICAL_HU, scene.uptake.marrow());
        for (Region rod : Scene.chain(points, 4.6)) {
            scene.trunk(rod, cortical);
        }
        for (Region rod : Scene.chain(points, 2.6)) {
            scene.trunk(rod, Tissue.even(spongyHu, scene.uptake.marrow()));
        }
    }

    private void pelvis(int side) {
        Frame frame = new Frame(point(side * 78, 42, -175), point(side * Math.sqrt(0.5), -Math.sqrt(0.5), 0),
                point(0, 0, 1), point(side * Math.sqrt(0.5), Math.sqrt(0.5), 0));
        Region wing = new Ellipsoid(frame, 62, 72, 6);
        scene.trunk(wing, Tissue.even(CORTICAL_HU, scene.uptake.marrow()));
        scene.trunk(wing.grown(-2), Tissue.even(spongyHu, scene.uptake.marrow()));
    }
}
