package org.glomera.phantom.anatomy;

/**
 * How a patient is built.
 *
 * @param fatness 0 for lean to 1 for obese
 * @param size 0 for small to 1 for large
 * @param cavity the wall of the abdominal cavity
 * @param muscles the outside of the muscles
 * @param skin the outside of the body
 * @param spineY how far the middle of the vertebral bodies lies behind the body's middle, in millimetres
 * @param levelZ height of the middle of the first lumbar vertebra
 */
public record Physique(double fatness, double size, Trunk cavity, Trunk muscles, Trunk skin, double spineY,
        double levelZ) {

    /** Draws a patient. */
    public static Physique draw(Draw draw) {
        double fatness = draw.between(0, 1);
        double size = draw.between(0, 1);
        double muscle = draw.between(0, 1);
        double waist = draw.between(0.01, 0.09);
        double boxiness = draw.between(0.35, 0.6);
        Trunk cavity = new Trunk(116 + 18 * size + 14 * fatness + draw.around(0, 3),
                62 + 10 * size + 34 * fatness + draw.around(0, 4), 68 + 5 * size + draw.around(0, 2), boxiness, waist, 0);
        Trunk muscles = cavity.wider(9 + 6 * muscle, 6 + 4 * muscle, 28 + 10 * muscle, boxiness * 0.7,
                5 + 6 * muscle);
        Trunk skin = muscles.wider(7 + 22 * fatness + draw.around(0, 2), 8 + 22 * fatness + draw.around(0, 3),
                10 + 20 * fatness + draw.around(0, 3), boxiness * 0.6, 3 + 6 * muscle);
        return new Physique(fatness, size, cavity, muscles, skin, 42 + draw.around(0, 2), 17 + draw.around(0, 6));
    }
}
