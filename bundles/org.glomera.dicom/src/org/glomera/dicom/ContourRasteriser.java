package org.glomera.dicom;

import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;

/** Makes masks from contours. */
public final class ContourRasteriser {

    private ContourRasteriser() {
    }

    /**
     * The label map of structures on an image's grid.
     *
     * @throws GlomeraException when a structure reaches outside the image, lies oblique to its slices or overlaps the
     *         other; the message names the structure file
     */
    public static LabelMap rasterise(StructureSet set, Map<Side, Structure> kidneys, Grid grid)
            throws GlomeraException {
        throw new UnsupportedOperationException();
    }
}
