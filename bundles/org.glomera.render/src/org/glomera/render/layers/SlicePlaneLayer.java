package org.glomera.render.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Extent;
import org.glomera.render.slice.ImageLayer;
import org.glomera.render.slice.MaskLayer;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SlicePicture;
import org.glomera.render.slice.SliceRenderer;
import org.glomera.render.slice.SliceScene;

/**
 * An axial, coronal or sagittal slice through a point, drawn as the slice viewer draws it: SPECT over CT with the
 * outlines of the delineations that are shown. It covers the CT's field of view, else the SPECT's. A point beyond the
 * images goes to their nearest slice. Nothing for a case without images.
 */
public final class SlicePlaneLayer implements SceneLayer {

    /** The id of this layer. */
    public static final String ID = "slice";
    /** The id of its item. */
    public static final String ITEM = ID + "/plane";

    /** The longer side of the picture: about as fine as a CT, and drawn in some hundredths of a second. */
    private static final int LONGER_SIDE_PX = 512;
    private static final int OUTLINE_PX = 2;

    @Override
    public List<SceneItem> items(CaseScene scene, LayerSettings settings, IProgressMonitor monitor) {
        Optional<Grid> grid = scene.ct().or(scene::spect).map(Volume::grid);
        if (grid.isEmpty()) {
            return List.of();
        }
        PlaneLook look = settings.plane();
        PlaneView view = view(grid.get(), look);
        SlicePicture picture = SliceRenderer.render(slice(scene, settings), view);
        Vector3 origin = view.patientMm(0, 0);
        return List.of(new PlaneItem(ITEM, view.widthPx(), view.heightPx(), picture.argb(), origin,
                view.patientMm(view.widthPx(), 0).minus(origin), view.patientMm(0, view.heightPx()).minus(origin),
                look.opacity()));
    }

    /** The whole field of view on the slice that the point is on. */
    private static PlaneView view(Grid grid, PlaneLook look) {
        Plane plane = look.plane();
        Extent extent = Extent.of(grid);
        Vector3 size = extent.highMm().minus(extent.lowMm());
        double across = Math.abs(size.dot(plane.right()));
        double along = Math.abs(size.dot(plane.down()));
        double mmPerPixel = Math.max(across, along) / LONGER_SIDE_PX;
        Vector3 onSlice = plane.step(grid, extent.clamp(look.throughMm()), 0);
        return new PlaneView(plane, plane.atDepth(extent.centreMm(), plane.depthMm(onSlice)), mmPerPixel,
                pixels(across, mmPerPixel), pixels(along, mmPerPixel));
    }

    private static int pixels(double mm, double mmPerPixel) {
        return (int) Math.max(1, Math.ceil(mm / mmPerPixel - 1e-6));
    }

    private static SliceScene slice(CaseScene scene, LayerSettings settings) {
        PlaneLook look = settings.plane();
        List<ImageLayer> images = new ArrayList<>();
        scene.ct().ifPresent(ct -> images.add(new ImageLayer(ct, look.ctWindow(), ColourMap.GREY)));
        scene.spect().ifPresent(spect -> images.add(new ImageLayer(spect, look.spectWindow(),
                settings.cloud().map())));
        List<MaskLayer> masks = look.outlines()
                ? scene.delineations().stream().limit(SliceScene.MOST_MASKS)
                        .map(each -> new MaskLayer(each.labels(), each.rgb(), OUTLINE_PX, 0)).toList()
                : List.of();
        return new SliceScene(images, new Mixing.Fused(look.spectOpacity()), masks, true);
    }
}
