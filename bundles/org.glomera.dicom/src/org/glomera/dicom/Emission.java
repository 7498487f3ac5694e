package org.glomera.dicom;

import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;

/** Which series show activity, and whether their values can be used as such. */
public final class Emission {

    /** How a user makes Bq/ml of counts; a sentence for messages and remarks. */
    public static final String HOW_TO_CALIBRATE = "Set a calibration, in the preferences under Import or with "
            + "--bq-per-ml-per-count or --sensitivity-cps-per-mbq, or export it in Bq/ml.";

    private static final Set<String> MODALITIES = Set.of("NM", "PT");

    private Emission() {
    }

    /**
     * Whether a series is one of emission images: nuclear medicine, or images stored as PET, as which some systems store
     * quantitative SPECT (of 177Lu too, which emits no positrons). Whether it is a tomogram, reading says.
     */
    public static boolean isEmission(DicomSeries series) {
        return series.sopClassUid().isEmpty() ? MODALITIES.contains(series.modality())
                : series.sopClassUid().equals(Uids.NM_IMAGE) || series.sopClassUid().equals(Uids.PET_IMAGE)
                        || Uids.ENHANCED_PET.contains(series.sopClassUid());
    }

    /**
     * Refuses values that are not an activity concentration.
     *
     * @param quantity what {@link ReadImage} or {@link ImageOutline} give for the series
     * @throws GlomeraException with a sentence that says how to calibrate
     */
    public static void requireActivity(DicomSeries series, Quantity quantity) throws GlomeraException {
        if (quantity != Quantity.ACTIVITY_CONCENTRATION) {
            throw new GlomeraException(Kind.INPUT, series.files().get(0) + " cannot be used: it has no calibration, its "
                    + "values are counts, which alone say nothing about activity. " + HOW_TO_CALIBRATE);
        }
    }
}
