package org.glomera.phantom.anatomy;

import java.util.Optional;

/**
 * Activity concentration of 177Lu-DOTATATE in Bq/ml about a day after 7.4 GBq. The kidneys hold some hundred kBq/ml
 * (2 to 4 percent of the administered activity in 250 to 350 ml), the spleen as much or more, the liver less unless it
 * is full of metastases; spreads between patients are wide.
 *
 * @param rightKidney mean of the right kidney
 * @param leftKidney mean of the left kidney
 * @param liver liver
 * @param spleen spleen
 * @param bowel bowel where it has uptake
 * @param pancreas pancreas
 * @param blood blood
 * @param muscle muscle and other organs
 * @param marrow vertebrae and ribs
 * @param fat fat
 * @param lung lung
 * @param lesion tumour
 * @param hotLiver whether the liver is as hot as the kidneys
 */
public record Uptake(double rightKidney, double leftKidney, double liver, double spleen, double bowel, double pancreas,
        double blood, double muscle, double marrow, double fat, double lung, double lesion, boolean hotLiver) {

    private static final double TYPICAL_KIDNEY_BQ_PER_ML = 5.5e5;

    /** Draws a patient's values. */
    public static Uptake draw(Draw draw) {
        double kidney = TYPICAL_KIDNEY_BQ_PER_ML * Math.exp(draw.around(0, 0.4));
        boolean hotLiver = draw.chance(0.14);
        double liver = kidney * (hotLiver ? draw.between(0.8, 1.8) : Math.exp(draw.around(-1.5, 0.45)));
        return new Uptake(kidney * Math.exp(draw.around(0, 0.08)), kidney * Math.exp(draw.around(0, 0.08)), liver,
                kidney * Math.exp(draw.around(-0.05, 0.4)), kidney * draw.between(0.05, 0.3),
                kidney * draw.between(0.06, 0.2), kidney * draw.between(0.02, 0.04), kidney * draw.between(0.012, 0.03),
                kidney * draw.between(0.03, 0.07), kidney * draw.between(0.004, 0.01), kidney * 0.012,
                kidney * Math.exp(draw.around(0.5, 0.5)), hotLiver);
    }

    /** What a reader of results would want to know. */
    public Optional<String> remark() {
        return hotLiver ? Optional.of("the liver is as hot as the kidneys") : Optional.empty();
    }
}
