package org.glomera.phantom.anatomy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/**
 * A patient: layers of tissue, the last of which are the kidneys.
 *
 * @param physique how the patient is built
 * @param layers all layers, in the order in which they are painted
 * @param right the right kidney
 * @param left the left kidney
 * @param remarks what a reader of results would want to know
 */
public record Anatomy(Physique physique, List<Layer> layers, Kidney right, Kidney left, List<String> remarks) {

    /** Keeps its own copies. */
    public Anatomy {
        layers = List.copyOf(layers);
        remarks = List.copyOf(remarks);
        Objects.requireNonNull(right);
        Objects.requireNonNull(left);
    }

    /** The kidney of a side. */
    public Kidney kidney(Side side) {
        return side == Side.RIGHT ? right : left;
    }

    /** The middle between the kidneys' centroids, in body coordinates. */
    public Vector3 middle() {
        return right.centroid().plus(left.centroid()).times(0.5);
    }

    /**
     * Draws a patient.
     *
     * @param seed the patient's own seed
     * @param contrast whether a contrast agent was given
     * @param rightShape shape of the right kidney; empty for a drawn one
     * @param leftShape shape of the left kidney; empty for a drawn one
     */
    public static Anatomy draw(long seed, boolean contrast, Optional<KidneyShape> rightShape,
            Optional<KidneyShape> leftShape) {
        Draw body = Draw.of(seed, "body");
        Physique physique = Physique.draw(body);
        SmoothNoise noise = new SmoothNoise(body.random());
        Draw tissue = Draw.of(seed, "tissue");
        Attenuation attenuation = contrast ? Attenuation.enhanced(tissue) : Attenuation.unenhanced(tissue);
        Uptake uptake = Uptake.draw(Draw.of(seed, "uptake"));
        Scene scene = new Scene(Draw.of(seed, "organs"), physique, attenuation, uptake, noise);
        uptake.remark().ifPresent(scene.remarks::add);
        KidneyBuilder builder = new KidneyBuilder(Draw.of(seed, "kidneys"), physique, attenuation, noise);
        Kidney right = builder.build(Side.RIGHT, uptake.rightKidney(), rightShape);
        Kidney left = builder.build(Side.LEFT, uptake.leftKidney(), leftShape);
        FrameworkBuilder framework = new FrameworkBuilder(scene);
        framework.walls();
        new OrganBuilder(scene).build();
        new BowelBuilder(scene).build();
        RetroperitoneumBuilder retroperitoneum = new RetroperitoneumBuilder(scene);
        retroperitoneum.fat(right);
        retroperitoneum.fat(left);
        framework.musclesAndBones();
        retroperitoneum.vessels(right, left);
        retroperitoneum.lesions(right, left);
        scene.layers.add(new Layer(right.region(), right.tissue(), right.part()));
        scene.layers.add(new Layer(left.region(), left.tissue(), left.part()));
        scene.remarks.addAll(right.remarks());
        scene.remarks.addAll(left.remarks());
        return new Anatomy(physique, scene.layers, right, left, scene.remarks);
    }
}
