package org.glomera.cli.bench;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;
import org.glomera.render.slice.ImageLayer;
import org.glomera.render.slice.MaskLayer;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SliceRenderer;
import org.glomera.render.slice.SliceScene;
import org.glomera.render.slice.Window;

/**
 * Times how fast slices are drawn: a CT of 512 x 512 x 300 voxels of 0.9766 x 0.9766 x 1.5 mm with a SPECT of 128 x 128
 * x 128 voxels of 4.4 mm fused over it, the outlines of two delineations on the CT and of two on the SPECT.
 */
public final class SliceBench {

    private static final int WIDTH_PX = 800;
    private static final int HEIGHT_PX = 700;
    private static final int COUNTED = 120;
    private static final int NOT_COUNTED = 40;
    private static final double KIDNEY_RADIUS_MM = 50;

    /**
     * What was measured.
     *
     * @param what which pictures were drawn
     * @param medianMs the median time of one of them
     * @param slowestMs the slowest of 20 is at most this (95th percentile)
     * @param perSecond how many were drawn in a second on average
     */
    public record Result(String what, double medianMs, double slowestMs, double perSecond) {
    }

    private final SliceScene scene;
    private final Grid ct;

    /**
     * Images of a case.
     *
     * @param ct the CT
     * @param spect the SPECT
     * @param kidneys two delineations on the CT's grid, then two on that of the SPECT
     */
    record Images(Volume ct, Volume spect, List<LabelMap> kidneys) {
    }

    /** Makes the images; takes about 500 MB. */
    static Images images() {
        Grid ctGrid = Grid.axial(512, 512, 300, new Vector3(0.9766, 0.9766, 1.5), new Vector3(-249.5, -249.5, 0));
        Grid spectGrid = Grid.axial(128, 128, 128, new Vector3(4.4, 4.4, 4.4), new Vector3(-279.4, -279.4, -55));
        return new Images(waves(ctGrid, Quantity.HOUNSFIELD, 200),
                waves(spectGrid, Quantity.ACTIVITY_CONCENTRATION, 5e5),
                List.of(kidneys(ctGrid, 0), kidneys(ctGrid, 3), kidneys(spectGrid, 0), kidneys(spectGrid, 5)));
    }

    /** Makes the images; takes about 500 MB. */
    public SliceBench() {
        Images images = images();
        ct = images.ct().grid();
        scene = new SliceScene(
                List.of(new ImageLayer(images.ct(), CtPreset.SOFT_TISSUE.window(), ColourMap.GREY),
                        new ImageLayer(images.spect(), Window.between(0, 5e5), ColourMap.HOT)),
                new Mixing.Fused(0.6),
                List.of(new MaskLayer(images.kidneys().get(0), 0xf0e442, 1, 0),
                        new MaskLayer(images.kidneys().get(1), 0x0072b2, 1, 0),
                        new MaskLayer(images.kidneys().get(2), 0xffffff, 1, 0),
                        new MaskLayer(images.kidneys().get(3), 0xd55e00, 2, 0.2)),
                true);
    }

    private static Volume waves(Grid grid, Quantity quantity, double height) {
        float[] values = new float[grid.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    Vector3 at = grid.patientMm(x, y, z);
                    values[grid.index(x, y, z)] = (float) (height * Math.sin(at.x() / 40) * Math.sin(at.y() / 60)
                            * Math.cos(at.z() / 50));
                }
            }
        }
        return new Volume(grid, quantity, values);
    }

    private static LabelMap kidneys(Grid grid, double shiftMm) {
        byte[] labels = new byte[grid.voxelCount()];
        Vector3 right = new Vector3(-70 + shiftMm, 20, 220);
        Vector3 left = new Vector3(70 + shiftMm, 20, 230);
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    Vector3 at = grid.patientMm(x, y, z);
                    labels[grid.index(x, y, z)] = (byte) (at.minus(right).length() < KIDNEY_RADIUS_MM ? 1
                            : at.minus(left).length() < KIDNEY_RADIUS_MM ? 2 : 0);
                }
            }
        }
        return new LabelMap(grid, labels);
    }

    /** Scrolls through one plane, slice by slice. */
    public Result scroll(Plane plane, IProgressMonitor monitor) {
        return measure(plane.title() + ", " + WIDTH_PX + " x " + HEIGHT_PX + " pixels", monitor,
                slice -> draw(plane, slice));
    }

    /** Moves the cross-hair, so that all three planes are drawn each time. */
    public Result scrollAll(IProgressMonitor monitor) {
        return measure("All three planes, each " + WIDTH_PX + " x " + HEIGHT_PX, monitor, slice -> {
            for (Plane plane : Plane.values()) {
                draw(plane, slice);
            }
        });
    }

    private interface Drawing {
        void draw(int slice);
    }

    private void draw(Plane plane, int slice) {
        Vector3 centre = plane.step(ct, ct.centreMm(), slice - COUNTED / 2);
        SliceRenderer.render(scene, new PlaneView(plane, centre, 0.65, WIDTH_PX, HEIGHT_PX));
    }

    private static Result measure(String what, IProgressMonitor monitor, Drawing drawing) {
        SubMonitor progress = SubMonitor.convert(monitor, what, NOT_COUNTED + COUNTED);
        for (int slice = 0; slice < NOT_COUNTED; slice++) {
            progress.split(1);
            drawing.draw(slice);
        }
        double[] times = new double[COUNTED];
        for (int slice = 0; slice < COUNTED; slice++) {
            progress.split(1);
            long start = System.nanoTime();
            drawing.draw(slice);
            times[slice] = (System.nanoTime() - start) / 1e6;
        }
        double perSecond = 1000 * COUNTED / Arrays.stream(times).sum();
        Arrays.sort(times);
        return new Result(what, times[COUNTED / 2], times[COUNTED * 95 / 100], perSecond);
    }
}
