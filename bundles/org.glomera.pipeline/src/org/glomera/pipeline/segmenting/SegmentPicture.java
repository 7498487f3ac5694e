package org.glomera.pipeline.segmenting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.chart.PictureSheet;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.pipeline.viewing.KidneySlice;
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

/**
 * A sheet with what a network found: a coronal, an axial and a sagittal slice of the patient's images with the kidneys
 * outlined. The slices are those that show both kidneys best; where nothing was found, those through the middle of the
 * CT.
 */
final class SegmentPicture {

    private static final int RIGHT_RGB = 0xffb000;
    private static final int LEFT_RGB = 0x4fc3f7;
    private static final int SIZE_PX = 460;
    private static final int OUTLINE_PX = 2;
    private static final double SPECT_OPACITY = 0.6;

    private final List<Volume> volumes;
    private final LabelMap kidneys;
    private final double highestBqPerMl;

    /**
     * Takes what is drawn.
     *
     * @param volumes the CT in HU, and the SPECT in Bq/ml where there is one
     * @param kidneys 1 right, 2 left, on any grid
     */
    SegmentPicture(List<Volume> volumes, LabelMap kidneys) {
        this.volumes = List.copyOf(volumes);
        this.kidneys = kidneys;
        this.highestBqPerMl = volumes.stream().filter(volume -> volume.quantity() != Quantity.HOUNSFIELD)
                .mapToDouble(SegmentPicture::highest).max().orElse(1);
    }

    private static double highest(Volume volume) {
        float highest = 0;
        for (float value : volume.values()) {
            highest = value > highest && value < Float.POSITIVE_INFINITY ? value : highest;
        }
        return highest > 0 ? highest : 1;
    }

    /** The sheet as the bytes of a PNG file, with sentences below. */
    byte[] png(Map<Side, Double> volumeMl, List<String> sentences) {
        List<PictureSheet.Panel> panels = new ArrayList<>();
        for (Plane plane : List.of(Plane.CORONAL, Plane.AXIAL, Plane.SAGITTAL)) {
            panels.add(panel(plane));
        }
        return PictureSheet.png(panels, List.of(key(RIGHT_RGB, Side.RIGHT, volumeMl), key(LEFT_RGB, Side.LEFT,
                volumeMl)), sentences);
    }

    private static PictureSheet.Key key(int rgb, Side side, Map<Side, Double> volumeMl) {
        return new PictureSheet.Key(rgb, String.format(Locale.ROOT, "%s kidney, %.1f ml", side.word(),
                volumeMl.get(side)));
    }

    private PictureSheet.Panel panel(Plane plane) {
        Optional<KidneySlice> best = KidneySlice.of(plane, volumes, kidneys);
        PlaneView view = best.map(slice -> slice.view(SIZE_PX, SIZE_PX)).orElseGet(() -> middle(plane));
        List<MaskLayer> masks = new ArrayList<>();
        best.flatMap(KidneySlice::manual).ifPresent(cut -> {
            masks.add(new MaskLayer(only(cut, Side.RIGHT), RIGHT_RGB, OUTLINE_PX, 0));
            masks.add(new MaskLayer(only(cut, Side.LEFT), LEFT_RGB, OUTLINE_PX, 0));
        });
        List<ImageLayer> images = best.map(KidneySlice::volumes).orElse(volumes).stream().map(this::layer).toList();
        SlicePicture picture = SliceRenderer.render(new SliceScene(images, new Mixing.Fused(SPECT_OPACITY), masks,
                true), view);
        return new PictureSheet.Panel(String.format(Locale.ROOT, "%s, %s = %.1f mm", plane.title(), axis(plane),
                plane.depthMm(view.centreMm())), picture.argb(), SIZE_PX, SIZE_PX, view.mmPerPixel(),
                List.of(plane.leftLetter(), plane.rightLetter(), plane.topLetter(), plane.bottomLetter()));
    }

    private PlaneView middle(Plane plane) {
        Extent whole = Extent.of(volumes.get(0).grid());
        return new PlaneView(plane, whole.centreMm(), whole.fitMmPerPixel(plane, SIZE_PX, SIZE_PX), SIZE_PX, SIZE_PX);
    }

    private static String axis(Plane plane) {
        return switch (plane) {
            case AXIAL -> "z";
            case CORONAL -> "y";
            case SAGITTAL -> "x";
        };
    }

    private ImageLayer layer(Volume volume) {
        return volume.quantity() == Quantity.HOUNSFIELD
                ? new ImageLayer(volume, CtPreset.ABDOMEN.window(), ColourMap.GREY)
                : new ImageLayer(volume, Window.between(0, highestBqPerMl), ColourMap.INFERNO);
    }

    private static LabelMap only(LabelMap labels, Side side) {
        byte[] own = new byte[labels.labels().length];
        for (int i = 0; i < own.length; i++) {
            own[i] = labels.labels()[i] == side.label() ? labels.labels()[i] : 0;
        }
        return new LabelMap(labels.grid(), own);
    }
}
