package org.glomera.ui.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;
import org.glomera.render.slice.Extent;
import org.glomera.render.slice.ImageLayer;
import org.glomera.render.slice.MaskLayer;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SlicePicture;
import org.glomera.render.slice.SliceRenderer;
import org.glomera.render.slice.SliceScene;
import org.glomera.render.slice.Window;
import org.glomera.study.CaseFile;
import org.glomera.ui.model.StudyNode.Case;

/**
 * Makes the small picture of a case: a coronal slice through the middle of the delineated kidneys, the SPECT over the
 * CT, with the outlines that people drew. Stateless.
 */
final class ThumbnailMaker {

    /** Around the kidneys that much is shown. */
    private static final double MARGIN_MM = 45;
    private static final double SPECT_OPACITY = 0.55;
    /** The hottest voxels are few; the colours reach their end below them. */
    private static final double SPECT_END = 0.7;

    private ThumbnailMaker() {
    }

    /**
     * Draws a case.
     *
     * @return the picture; empty when the case has no image that can be read
     * @throws GlomeraException when an image that the case names cannot be read
     */
    static Optional<SlicePicture> draw(Case shown, int widthPx, int heightPx, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 10);
        List<ImageLayer> images = new ArrayList<>();
        if (shown.info().has(CaseFile.CT)) {
            Volume ct = NiftiFiles.readVolume(file(shown, CaseFile.CT), Quantity.HOUNSFIELD, progress.split(5));
            images.add(new ImageLayer(ct, CtPreset.ABDOMEN.window(), ColourMap.GREY));
        }
        if (shown.info().has(CaseFile.SPECT)) {
            Volume spect = NiftiFiles.readVolume(file(shown, CaseFile.SPECT), Quantity.ACTIVITY_CONCENTRATION,
                    progress.split(2));
            images.add(new ImageLayer(spect, Window.between(0, end(spect)), ColourMap.INFERNO));
        }
        List<MaskLayer> masks = new ArrayList<>();
        for (CaseFile file : List.of(CaseFile.KIDNEYS_CT, CaseFile.KIDNEYS_SPECT)) {
            if (shown.info().has(file)) {
                masks.add(new MaskLayer(NiftiFiles.readLabelMap(file(shown, file), progress.split(1)),
                        file == CaseFile.KIDNEYS_CT ? ViewedCaseReader.MANUAL_CT : ViewedCaseReader.MANUAL_SPECT, 1, 0));
            }
        }
        if (images.isEmpty()) {
            return Optional.empty();
        }
        Extent box = masks.stream().map(mask -> kidneys(mask.labels())).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> Extent.of(images.get(0).volume().grid()));
        PlaneView view = new PlaneView(Plane.CORONAL, box.centreMm(), box.fitMmPerPixel(Plane.CORONAL, widthPx,
                heightPx), widthPx, heightPx);
        return Optional.of(SliceRenderer.render(new SliceScene(images, new Mixing.Fused(SPECT_OPACITY), masks, true),
                view));
    }

    private static Path file(Case shown, CaseFile file) {
        return shown.path().resolve(file.fileName());
    }

    private static double end(Volume spect) {
        float largest = 0;
        for (float value : spect.values()) {
            largest = Math.max(largest, value);
        }
        return largest > 0 ? SPECT_END * largest : 1;
    }

    /** The box around both kidneys with a margin; empty for a delineation without a voxel. */
    private static Optional<Extent> kidneys(LabelMap labels) {
        Grid grid = labels.grid();
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        byte[] values = labels.labels();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int[] at = {i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny())};
                for (int axis = 0; axis < at.length; axis++) {
                    low[axis] = Math.min(low[axis], at[axis]);
                    high[axis] = Math.max(high[axis], at[axis]);
                }
            }
        }
        if (high[0] < 0) {
            return Optional.empty();
        }
        Extent box = null;
        for (int corner = 0; corner < 8; corner++) {
            Vector3 point = grid.patientMm((corner & 1) == 0 ? low[0] : high[0], (corner & 2) == 0 ? low[1] : high[1],
                    (corner & 4) == 0 ? low[2] : high[2]);
            Extent one = new Extent(point, point);
            box = box == null ? one : box.and(one);
        }
        Vector3 margin = new Vector3(MARGIN_MM, 0, MARGIN_MM / 2);
        return Optional.of(new Extent(box.lowMm().minus(margin), box.highMm().plus(margin)));
    }
}
