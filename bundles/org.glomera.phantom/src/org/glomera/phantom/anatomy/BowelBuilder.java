package org.glomera.phantom.anatomy;

import static org.glomera.phantom.anatomy.Scene.point;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.geometry.Vector3;

/** Draws duodenum, small bowel and colon as tubes with a wall, chyme or stool, and gas in front. */
final class BowelBuilder {

    private static final double GAS_HU = -940;
    private static final double WALL_MM = 2.2;

    private final Scene scene;
    private final Draw draw;
    private final double front;
    private final double width;

    BowelBuilder(Scene scene) {
        this.scene = scene;
        draw = scene.draw;
        front = scene.physique.cavity().front();
        width = scene.physique.cavity().halfWidth();
    }

    /** All bowel. */
    void build() {
        for (int loop = draw.whole(10, 16); loop > 0; loop--) {
            smallBowelLoop();
        }
        duodenum();
        colon();
    }

    private void smallBowelLoop() {
        double x = draw.between(-70, 80);
        double y = -front * draw.between(0.15, 0.75);
        double z = draw.between(-170, 10);
        double heading = draw.between(0, 2 * Math.PI);
        List<Vector3> points = new ArrayList<>();
        for (int step = draw.whole(5, 9); step > 0; step--) {
            points.add(point(x, y, z));
            heading += draw.around(0, 0.9);
            x = clamp(x + 20 * Math.cos(heading), -0.72 * width, 0.72 * width);
            z = clamp(z + 20 * Math.sin(heading), -200, 15);
            y = clamp(y + draw.around(0, 9), -0.8 * front, -0.08 * front);
        }
        boolean hot = draw.chance(0.4);
        tube(points, draw.between(9, 16), 0.15, hot ? scene.uptake.bowel() : scene.uptake.bowel() * 0.2, false);
    }

    private void duodenum() {
        double y = -0.2 * front;
        tube(List.of(point(-38, y - 10, 28), point(-46, y, 8), point(-44, y + 4, -22), point(-20, y + 2, -36),
                point(22, y, -32)), draw.between(11, 15), 0.15, scene.uptake.bowel(), false);
    }

    private void colon() {
        double lateral = width - 28;
        double low = draw.around(0, 8);
        tube(List.of(point(-lateral + 8, -8, -210), point(-lateral, 2, -120), point(-lateral, 6 + low, -70),
                point(-lateral + 6, 0, -28 + low)), draw.between(17, 25), 0.55, scene.uptake.bowel() * 0.5, true);
        double sag = draw.between(0, 60);
        tube(List.of(point(-lateral + 6, 0, -28 + low), point(-lateral + 26, -0.6 * front, -20),
                point(-25, -0.74 * front, -22 - sag), point(35, -0.74 * front, -18 - sag),
                point(lateral - 26, -0.5 * front, 22), point(lateral - 6, 2, 46 + low)), draw.between(15, 22), 0.7,
                scene.uptake.bowel() * 0.4, true);
        tube(List.of(point(lateral - 6, 2, 46 + low), point(lateral + 3, 22, 10), point(lateral + 2, 20, -60),
                point(lateral - 8, 8, -140), point(lateral - 30, -20, -210)), draw.between(11, 17), 0.4,
                scene.uptake.bowel() * 0.4, true);
    }

    private void tube(List<Vector3> points, double radius, double gasChance, double activity, boolean stool) {
        List<Vector3> smooth = smoothed(points);
        Region inCavity = scene.physique.cavity().grown(-1);
        List<Region> rods = Scene.chain(smooth, radius);
        SmoothNoise haustra = scene.noise.moved(draw.random());
        double waves = stool ? 3 : 1.2;
        List<Region> walls = new ArrayList<>();
        for (Region rod : rods) {
            walls.add(rod.rough(haustra, waves, 13).within(inCavity));
        }
        Tissue wall = Tissue.even(scene.attenuation.bowelWall(), activity);
        for (Region region : walls) {
            scene.organ(region, wall);
        }
        Tissue content = stool ? scene.textured(draw.between(-20, 40), 130, activity, 0.3, 5)
                : scene.textured(scene.attenuation.chyme(), 15, activity, 0.4, 9);
        for (Region region : walls) {
            scene.organ(region.grown(-WALL_MM), content);
        }
        gas(walls, smooth, radius, gasChance);
    }

    private void gas(List<Region> walls, List<Vector3> points, double radius, double gasChance) {
        double bubble = 0;
        for (int i = 0; i < walls.size(); i++) {
            if (i % 4 == 0) {
                bubble = draw.chance(gasChance) ? draw.between(-0.3, 0.7) : 2;
            }
            if (bubble < 1) {
                double y = (points.get(i).y() + points.get(i + 1).y()) / 2 - bubble * radius;
                scene.organ(walls.get(i).grown(-WALL_MM).within(new InFrontOf(y)), Tissue.even(GAS_HU, 0));
            }
        }
    }

    /** Points on a smooth curve through the given ones (Catmull-Rom), three for each step. */
    private static List<Vector3> smoothed(List<Vector3> points) {
        List<Vector3> smooth = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Vector3 before = points.get(Math.max(0, i - 1));
            Vector3 a = points.get(i);
            Vector3 b = points.get(i + 1);
            Vector3 after = points.get(Math.min(points.size() - 1, i + 2));
            for (int k = 0; k < 3; k++) {
                smooth.add(catmullRom(before, a, b, after, k / 3.0));
            }
        }
        smooth.add(points.get(points.size() - 1));
        return smooth;
    }

    private static Vector3 catmullRom(Vector3 p0, Vector3 p1, Vector3 p2, Vector3 p3, double t) {
        Vector3 linear = p2.minus(p0).times(t);
        Vector3 square = p0.times(2).minus(p1.times(5)).plus(p2.times(4)).minus(p3).times(t * t);
        Vector3 cube = p1.times(3).minus(p0).minus(p2.times(3)).plus(p3).times(t * t * t);
        return p1.times(2).plus(linear).plus(square).plus(cube).times(0.5);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
