package org.glomera.dicom;

import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.toolkit.Tag;

/** Stored values of an image whose unit is not known here (MR and others), rescaled when it says so. Thread-safe. */
final class PlainMeaning implements SliceMeaning {

    @Override
    public Quantity quantity() {
        return Quantity.UNKNOWN;
    }

    @Override
    public float outside() {
        return 0;
    }

    @Override
    public Values values(Header header, PixelWords words) throws GlomeraException {
        return values(header, header, words);
    }

    /** The values when slope and intercept are in another place than the rest. */
    Values values(Header header, Header rescale, PixelWords words) throws GlomeraException {
        if (!header.dataSet().items(Tag.MODALITY_LUT_SEQUENCE).isEmpty()) {
            throw header.problem("a table turns its pixels into values (modality LUT sequence "
                    + Tag.MODALITY_LUT_SEQUENCE.notation() + "), which is not read");
        }
        double slope = rescale.number(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = rescale.number(Tag.RESCALE_INTERCEPT).orElse(0);
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            throw header.problem("its rescale slope " + Tag.RESCALE_SLOPE.notation() + " is 0 or not finite, or its "
                    + "intercept is not finite");
        }
        float[] table = words.form().table(stored -> slope * stored + intercept);
        return new CtMeaning.TableValues(words, table, List.of());
    }
}
