package org.glomera.ui.viewer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;
import org.glomera.render.slice.Extent;
import org.glomera.render.slice.ImageLayer;
import org.glomera.render.slice.MaskLayer;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SliceScene;
import org.glomera.render.slice.Window;
import org.glomera.ui.preferences.Settings;

/**
 * What the viewer shows: the case, the cross-hair, which part of it is seen and how. The three planes share one
 * cross-hair, one middle and one magnification, so they move together. How images and delineations are shown stays the
 * same from case to case; where one looks does not. Used by one thread; listeners are told after each change.
 */
final class ViewerModel {

    private static final double STRONGEST_ZOOM = 60;
    private static final double WEAKEST_ZOOM = 0.25;
    private static final double NARROWEST_WINDOW = 1;
    private static final double FILL = 0.3;

    private static final int THICK_PX = 2;

    private final Settings settings;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private ViewedCase images = ViewedCase.none();
    private Extent extent = new Extent(new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    private Vector3 cross = new Vector3(0, 0, 0);
    private Vector3 middle = new Vector3(0, 0, 0);
    private double zoom = 1;
    private Show show;
    private boolean flickerToSpect;
    private Vector3 curtain = new Vector3(0, 0, 0);
    private double opacity;
    private Window ctWindow;
    private ColourMap spectColours;
    private double spectMaximum = 1;
    private double spectShare;
    private boolean filled;
    private int outlinePx;
    private boolean smooth;
    private boolean crossShown;
    private boolean measuring;
    private final List<Distance> distances = new ArrayList<>();

    /** Shows nothing yet, in the way that the user set. */
    ViewerModel(Settings settings) {
        this.settings = settings;
        showAsSet();
    }

    private void showAsSet() {
        show = Show.FUSED;
        opacity = settings.spectOpacity();
        ctWindow = settings.ctPreset().window();
        spectColours = settings.spectColours();
        spectShare = 1;
        filled = settings.filled();
        outlinePx = settings.thick() ? THICK_PX : 1;
        smooth = settings.smooth();
        crossShown = settings.crossHair();
    }

    /** Adds a listener that is told after each change. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Shows another case, from its kidneys and as a whole. */
    void setImages(ViewedCase newImages) {
        images = newImages;
        distances.clear();
        spectMaximum = images.spect().map(ViewerModel::largest).orElse(1.0);
        extent = images.extent().orElse(extent);
        lookAtTheKidneys();
        curtain = cross;
        changed();
    }

    /** Shows the same case with its SPECT elsewhere; where one looks and what was measured stay. */
    void setMoved(ViewedCase moved) {
        images = moved;
        extent = images.extent().orElse(extent);
        changed();
    }

    /** Lets go of the case's images. */
    void release() {
        listeners.clear();
        images = ViewedCase.none();
    }

    private static double largest(Volume volume) {
        double largest = 0;
        for (float value : volume.values()) {
            if (value > largest && value < Float.POSITIVE_INFINITY) {
                largest = value;
            }
        }
        return largest > 0 ? largest : 1;
    }

    /** Back to the kidneys and the whole picture; how images are shown stays. */
    void lookAtTheKidneys() {
        zoom = 1;
        cross = images.firstPointMm().orElse(cross);
        middle = images.grid().map(grid -> Extent.of(grid).centreMm()).orElse(middle);
        images.grid().ifPresent(grid -> {
            for (Plane plane : Plane.values()) {
                cross = plane.step(grid, cross, 0);
            }
        });
        changed();
    }

    /** Back to how a viewer shows its first case. */
    void reset() {
        showAsSet();
        lookAtTheKidneys();
    }

    ViewedCase images() {
        return images;
    }

    /** The cross-hair in patient millimetres. */
    Vector3 crossMm() {
        return cross;
    }

    /** Moves the cross-hair, at most to the edge of the images. */
    void setCrossMm(Vector3 pointMm) {
        cross = extent.clamp(pointMm);
        changed();
    }

    /** Moves the cross-hair as {@link #setCrossMm} does; where it is out of sight then, the picture follows it. */
    void lookAt(Vector3 pointMm) {
        cross = extent.clamp(pointMm);
        Vector3 halfSeen = extent.highMm().minus(extent.lowMm()).times(1 / (2 * zoom));
        Vector3 away = cross.minus(middle);
        if (Math.abs(away.x()) > halfSeen.x() || Math.abs(away.y()) > halfSeen.y()
                || Math.abs(away.z()) > halfSeen.z()) {
            middle = cross;
        }
        changed();
    }

    /** Moves the cross-hair across a plane by slices of the CT, or of the SPECT where there is no CT. */
    void step(Plane plane, int slices) {
        Optional<Grid> grid = images.grid();
        if (grid.isPresent()) {
            cross = plane.step(grid.get(), cross, slices);
            double halfSeenMm = extent.highMm().minus(extent.lowMm()).dot(plane.normal()) / (2 * zoom);
            if (Math.abs(plane.depthMm(cross) - plane.depthMm(middle)) > halfSeenMm) {
                middle = plane.atDepth(middle, plane.depthMm(cross));
            }
            changed();
        }
    }

    /** What a picture of a size shows. */
    PlaneView view(Plane plane, int widthPx, int heightPx) {
        Extent fitted = images.grid().map(Extent::of).orElse(extent);
        return new PlaneView(plane, plane.atDepth(middle, plane.depthMm(cross)),
                fitted.fitMmPerPixel(plane, widthPx, heightPx) / zoom, widthPx, heightPx);
    }

    /** Moves what is seen, not the cross-hair. */
    void panMm(Vector3 byMm) {
        middle = extent.clamp(middle.plus(byMm));
        changed();
    }

    /** Magnifies by a factor about a place of a picture, which stays where it is. */
    void zoom(PlaneView view, double factor, double xPx, double yPx) {
        double bounded = Math.max(WEAKEST_ZOOM, Math.min(STRONGEST_ZOOM, zoom * factor)) / zoom;
        PlaneView zoomed = view.zoomed(bounded, xPx, yPx);
        middle = view.plane().atDepth(extent.clamp(zoomed.centreMm()), view.plane().depthMm(middle));
        zoom *= bounded;
        changed();
    }

    Show show() {
        return images.volumes().size() < 2 ? images.ct().isPresent() ? Show.CT : Show.SPECT : show;
    }

    /** What was chosen to be shown, whether or not the case has both images. */
    Show wantedShow() {
        return show;
    }

    void setShow(Show newShow) {
        show = newShow;
        curtain = cross;
        flickerToSpect = false;
        changed();
    }

    /** Changes from CT to SPECT or back when flickering. */
    void flicker() {
        flickerToSpect = !flickerToSpect;
        changed();
    }

    /** Where the curtain's line is in a picture, from 0 (left edge) to 1 (right edge). */
    Mixing.Curtain curtain(PlaneView view) {
        return new Mixing.Curtain(Math.max(0, Math.min(1, view.xPx(curtain) / view.widthPx())));
    }

    /**
     * Moves the curtain's line. It stands at one place in the patient, so it moves in each plane that is drawn across
     * that direction. It begins at the cross-hair when the curtain is drawn.
     */
    void setCurtain(PlaneView view, double xPx) {
        Vector3 place = view.patientMm(Math.max(0, Math.min(view.widthPx(), xPx)), 0);
        Vector3 right = view.plane().right();
        curtain = curtain.plus(right.times(place.minus(curtain).dot(right)));
        changed();
    }

    double opacity() {
        return opacity;
    }

    void setOpacity(double newOpacity) {
        opacity = Math.max(0, Math.min(1, newOpacity));
        changed();
    }

    Window ctWindow() {
        return ctWindow;
    }

    void setCtWindow(Window window) {
        ctWindow = window;
        changed();
    }

    /** Moves a window as a drag does: its width by one number, its centre by another. */
    static Window moved(Window window, double width, double centre) {
        return new Window(window.centre() + centre, Math.max(NARROWEST_WINDOW, window.width() + width));
    }

    ColourMap spectColours() {
        return spectColours;
    }

    void setSpectColours(ColourMap colours) {
        spectColours = colours;
        changed();
    }

    /** The activity concentration in Bq/ml that has the last colour; the first is 0. */
    double spectUpper() {
        return spectMaximum * spectShare;
    }

    /** The share of the largest activity concentration that has the last colour. */
    double spectShare() {
        return spectShare;
    }

    void setSpectShare(double share) {
        spectShare = Math.max(0.01, Math.min(1, share));
        changed();
    }

    /** The colour that a delineation has on the screen, as 0xRRGGBB. */
    int colour(Delineation delineation) {
        return settings.colours().of(delineation.rgb());
    }

    /** Tells listeners, after the colours of delineations changed. */
    void recolour() {
        changed();
    }

    boolean isShown(Delineation delineation) {
        return delineation.isDrawn() && !hidden.contains(delineation.id());
    }

    /** Ids of the delineations that are not to be seen. */
    Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    void setShown(String id, boolean shown) {
        if (shown ? hidden.remove(id) : hidden.add(id)) {
            changed();
        }
    }

    boolean filled() {
        return filled;
    }

    void setFilled(boolean newFilled) {
        filled = newFilled;
        changed();
    }

    boolean thick() {
        return outlinePx > 1;
    }

    void setThick(boolean thick) {
        outlinePx = thick ? THICK_PX : 1;
        changed();
    }

    boolean smooth() {
        return smooth;
    }

    void setSmooth(boolean newSmooth) {
        smooth = newSmooth;
        changed();
    }

    boolean crossShown() {
        return crossShown;
    }

    void setCrossShown(boolean shown) {
        crossShown = shown;
        changed();
    }

    /** Whether a drag with the left button measures. */
    boolean measuring() {
        return measuring;
    }

    void setMeasuring(boolean newMeasuring) {
        measuring = newMeasuring;
        changed();
    }

    /** The lengths that were measured in this case, the oldest first. */
    List<Distance> distances() {
        return List.copyOf(distances);
    }

    /** Begins a length that has no extent yet. */
    void beginDistance(Plane plane, Vector3 pointMm) {
        distances.add(new Distance(plane, pointMm, pointMm));
        changed();
    }

    /** Moves the end of the last length, unless it was taken away. */
    void stretchDistance(Vector3 toMm) {
        if (distances.isEmpty()) {
            return;
        }
        Distance last = distances.get(distances.size() - 1);
        distances.set(distances.size() - 1, new Distance(last.plane(), last.fromMm(), toMm));
        changed();
    }

    /** Takes the last length away, if there is one. */
    void removeDistance() {
        if (!distances.isEmpty()) {
            distances.remove(distances.size() - 1);
            changed();
        }
    }

    /**
     * What is drawn in a picture.
     *
     * @param linePx width of a thin line: 2 on a screen of twice the usual density
     */
    SliceScene scene(PlaneView view, int linePx) {
        List<ImageLayer> layers = new ArrayList<>();
        images.ct().ifPresent(ct -> layers.add(new ImageLayer(ct, ctWindow, ColourMap.GREY)));
        images.spect().ifPresent(spect -> layers.add(new ImageLayer(spect, Window.between(0, spectUpper()),
                spectColours)));
        List<MaskLayer> masks = images.delineations().stream().filter(this::isShown).limit(SliceScene.MOST_MASKS)
                .map(each -> new MaskLayer(each.labels().orElseThrow(), colour(each), linePx * outlinePx,
                        filled ? FILL : 0))
                .toList();
        return new SliceScene(layers, mixing(view), masks, smooth);
    }

    private Mixing mixing(PlaneView view) {
        return switch (show()) {
            case FUSED -> new Mixing.Fused(opacity);
            case CT -> new Mixing.Lower();
            case SPECT -> new Mixing.Upper();
            case CURTAIN -> curtain(view);
            case FLICKER -> flickerToSpect ? new Mixing.Upper() : new Mixing.Lower();
        };
    }
}
