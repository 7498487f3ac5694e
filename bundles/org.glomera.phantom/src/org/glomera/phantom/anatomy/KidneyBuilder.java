package org.glomera.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/** Draws a patient's kidneys and places them in the body. */
final class KidneyBuilder {

    private static final double SMALLEST_ML = 90;
    private static final double LARGEST_ML = 250;
    private static final double FILLET_MM = 4;
    private static final double COARSE_MM = 3;
    /** Half the thickness of the spine with its muscles, where a kidney begins. */
    private static final double SPINE_MM = 30;
    /** Half the side of a cube as large as a usual kidney. */
    private static final double USUAL_HALF_MM = 27;

    private final Draw draw;
    private final Physique physique;
    private final Attenuation attenuation;
    private final SmoothNoise noise;
    private final double typicalVolumeMl;
    private final double leftHeight;
    private final double rightHeight;

    KidneyBuilder(Draw draw, Physique physique, Attenuation attenuation, SmoothNoise noise) {
        this.draw = draw;
        this.physique = physique;
        this.attenuation = attenuation;
        this.noise = noise;
        typicalVolumeMl = 135 + 45 * physique.size() + draw.around(0, 22);
        leftHeight = draw.around(8, 11);
        // the left kidney lies higher in most, lower in about one of ten
        rightHeight = leftHeight - draw.around(13, 10);
    }

    /** Draws one kidney; {@code shape} takes the place of the drawn shape. */
    Kidney build(Side side, double meanBqPerMl, Optional<KidneyShape> shape) {
        List<String> remarks = new ArrayList<>();
        Frame frame = frame(side);
        if (shape.isPresent()) {
            Region region = placed(side, shape.get(), frame.origin());
            KidneyTissue tissue = new KidneyTissue(division(), null, List.of(), noise.moved(draw.random()), attenuation,
                    1);
            return measured(side, region, tissue, frame.toBody(0, 12, 0), meanBqPerMl, shape.get().name(), remarks);
        }
        Bean bean = bean(frame, volume(side, remarks));
        SmoothNoise own = noise.moved(draw.random());
        Region surface = bean.rough(own, draw.between(0.8, 2.2), draw.between(14, 24));
        List<Ellipsoid> cysts = cysts(bean);
        if (!cysts.isEmpty()) {
            List<Region> parts = new ArrayList<>(cysts);
            parts.add(0, surface);
            surface = new SmoothUnion(parts, FILLET_MM);
            remarks.add("the " + side.word() + " kidney has " + (cysts.size() == 1 ? "a cyst" : cysts.size() + " cysts"));
        }
        KidneyTissue tissue = new KidneyTissue(division(), bean, cysts, own, attenuation, 1);
        return measured(side, surface, tissue, frame.toBody(0, 0.5 * bean.rv(), 0), meanBqPerMl, "drawn", remarks);
    }

    /** The shape in the drawn place, or further from spine and wall where it would reach into them. */
    private Region placed(Side side, KidneyShape shape, Vector3 place) {
        Draw own = Draw.of(draw.random().nextLong(), "pose");
        double sign = side == Side.RIGHT ? -1 : 1;
        Measure measure = Measure.of(shape.at(Side.RIGHT, place, own), Tissue.even(0, 0), COARSE_MM);
        double half = 0.5 * Math.cbrt(measure.volumeMl() * 1000);
        double outwards = Math.max(0, half + SPINE_MM - Math.abs(place.x()));
        double forwards = Math.max(0, half - USUAL_HALF_MM);
        return shape.at(side, place.plus(new Vector3(sign * outwards, -forwards, 0)), own);
    }

    private static Kidney measured(Side side, Region region, KidneyTissue tissue, Vector3 hilum, double meanBqPerMl,
            String source, List<String> remarks) {
        Measure measure = Measure.of(region, tissue);
        return new Kidney(side, region, tissue.withCortex(meanBqPerMl / measure.meanActivity()), hilum,
                measure.volumeMl(), measure.centroid(), meanBqPerMl, source, remarks);
    }

    private double volume(Side side, List<String> remarks) {
        double ml = typicalVolumeMl * Math.exp(draw.around(0, 0.09));
        if (draw.chance(0.06)) {
            remarks.add("the " + side.word() + " kidney is small");
            ml *= 0.65;
        }
        return Math.max(SMALLEST_ML, Math.min(LARGEST_ML, ml));
    }

    /** A bean with that volume: drawn at some size, measured, scaled by the cube root of the ratio. */
    private Bean bean(Frame frame, double volumeMl) {
        double ru = draw.around(56, 3.5);
        double rv = draw.around(28.5, 2);
        double rw = draw.around(24.5, 2);
        double bend = draw.between(5, 13);
        double sinus = draw.between(0.42, 0.68);
        Bean first = new Bean(frame, ru, rv, rw, bend, sinus);
        double scale = Math.cbrt(volumeMl / Measure.of(first, Tissue.even(0, 0), COARSE_MM).volumeMl());
        return new Bean(frame, ru * scale, rv * scale, rw * scale, bend * scale, sinus);
    }

    private KidneyTissue.Division division() {
        return new KidneyTissue.Division(draw.between(6.5, 9.5), draw.between(-0.35, 0),
                draw.chance(0.12) ? draw.between(5, 9) : draw.between(0.5, 3.5), draw.between(0.45, 0.75));
    }

    /** Middle and axes: u up, v to the hilum (inwards and to the front), poles tilted along the psoas. */
    private Frame frame(Side side) {
        double outwards = side == Side.RIGHT ? -1 : 1;
        double x = 61 + 7 * physique.size() + 5 * physique.fatness() + draw.around(0, 4);
        double z = side == Side.RIGHT ? rightHeight : leftHeight;
        double wall = physique.cavity().onWall(Math.atan2(x, physique.cavity().back()), 0, z).y();
        double y = wall - 27 - 9 * physique.fatness() - draw.around(3, 3);
        double turn = Math.toRadians(draw.around(32, 11));
        double tiltIn = Math.tan(Math.toRadians(draw.around(13, 6)));
        double tiltBack = Math.tan(Math.toRadians(draw.around(11, 7)));
        Vector3 u = unit(new Vector3(-outwards * tiltIn, tiltBack, 1));
        Vector3 inwards = new Vector3(-outwards * Math.cos(turn), -Math.sin(turn), 0);
        Vector3 v = unit(inwards.minus(u.times(inwards.dot(u))));
        return new Frame(new Vector3(outwards * x, y, z), u, v, u.cross(v));
    }

    private static Vector3 unit(Vector3 v) {
        return v.times(1 / v.length());
    }

    private List<Ellipsoid> cysts(Bean bean) {
        List<Ellipsoid> cysts = new ArrayList<>();
        int count = draw.chance(0.28) ? draw.whole(1, 3) : 0;
        for (int i = 0; i < count; i++) {
            double r = draw.between(4, 14);
            double along = draw.between(-0.85, 0.85);
            double angle = draw.between(Math.PI * 0.3, Math.PI * 1.7);
            double out = Math.sqrt(1 - along * along) * draw.between(0.75, 1);
            Vector3 centre = bean.frame().toBody(along * bean.ru(),
                    Math.cos(angle) * out * bean.rv() + bean.bendMm() * (along * along - 0.35),
                    Math.sin(angle) * out * bean.rw());
            cysts.add(new Ellipsoid(Frame.at(centre), r, r * draw.between(0.9, 1.1), r * draw.between(0.9, 1.1)));
        }
        return cysts;
    }
}
