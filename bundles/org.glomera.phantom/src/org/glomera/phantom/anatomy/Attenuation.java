package org.glomera.phantom.anatomy;

/**
 * Attenuation of tissues in Hounsfield units in one patient's CT. Means and spreads are those of textbooks of abdominal
 * CT at 120 kV: unenhanced liver 50 to 60, less when fatty, spleen 45 to 50, kidney 30 to 35, muscle 50 to 55, blood 40,
 * fat -100.
 *
 * @param fat fat
 * @param muscle muscle
 * @param liver liver
 * @param spleen spleen
 * @param artery blood in arteries
 * @param vein blood in veins
 * @param cortex cortex of the kidneys
 * @param medulla medulla of the kidneys
 * @param urine urine in the renal pelvis
 * @param pancreas pancreas
 * @param bowelWall wall of stomach and bowel
 * @param chyme what bowel holds beside gas
 */
public record Attenuation(double fat, double muscle, double liver, double spleen, double artery, double vein,
        double cortex, double medulla, double urine, double pancreas, double bowelWall, double chyme) {

    /** Draws the values without contrast agent. */
    public static Attenuation unenhanced(Draw draw) {
        double liver = draw.chance(0.2) ? draw.between(12, 38) : draw.around(55, 6);
        double cortex = draw.around(34, 4);
        double blood = draw.around(40, 4);
        double chyme = draw.chance(0.1) ? draw.between(120, 260) : draw.around(22, 8);
        return new Attenuation(draw.around(-103, 6), draw.around(52, 5), liver, draw.around(48, 4), blood, blood - 1,
                cortex, cortex - draw.between(1, 5), draw.around(6, 3), draw.around(38, 5), draw.around(36, 4), chyme);
    }

    /** Draws the values with contrast agent, at a moment between the corticomedullary and the excretory phase. */
    public static Attenuation enhanced(Draw draw) {
        double late = draw.between(0, 1);
        double cortex = draw.around(185, 18);
        double medulla = cortex * Math.min(1, 0.45 + 0.6 * late);
        double artery = 280 - 150 * late + draw.around(0, 15);
        double urine = late > 0.85 ? draw.between(150, 600) : draw.around(10, 5);
        return new Attenuation(draw.around(-103, 6), draw.around(62, 5), 70 + 42 * late + draw.around(0, 7),
                120 + draw.around(0, 9), artery, artery - 90 + 85 * late, cortex, medulla, urine,
                90 + draw.around(0, 9), draw.around(75, 10), draw.around(25, 9));
    }
}
