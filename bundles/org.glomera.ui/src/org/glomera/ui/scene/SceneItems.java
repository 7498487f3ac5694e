package org.glomera.ui.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.render.layers.CaseScene;
import org.glomera.render.layers.CloudLayer;
import org.glomera.render.layers.CloudLook;
import org.glomera.render.layers.DrawnLayers;
import org.glomera.render.layers.KidneySurfaceLayer;
import org.glomera.render.layers.LayerSettings;
import org.glomera.render.layers.PlaneLook;
import org.glomera.render.layers.SceneLayers;
import org.glomera.render.layers.ShownDelineation;
import org.glomera.render.layers.SlicePlaneLayer;
import org.glomera.render.layers.SurfaceLook;
import org.glomera.render.layers.Surfaces;
import org.glomera.render.scene.Clip;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;
import org.glomera.render.slice.Extent;
import org.glomera.render.slice.Window;
import org.glomera.ui.preferences.ScreenColours;
import org.glomera.ui.preferences.Settings;

/**
 * Turns what the view shows into a scene that an engine draws: the surfaces with their own colours and opacities, and
 * what the other layers draw. Keeps the last items, so that a moved camera costs no new ones. Any thread but the UI
 * thread; one at a time.
 */
final class SceneItems {

    /** What is behind the scene on a dark ground. */
    static final int DARK = 0x1b2026;
    /** What is behind the scene on a light ground. */
    static final int LIGHT = 0xf4f6f8;

    private static final double SPECT_OVER_CT = 0.6;
    /** Layers that the view has switches of their own for. */
    private static final Set<String> BUILT_IN = Set.of(KidneySurfaceLayer.ID, CloudLayer.ID, SlicePlaneLayer.ID);

    private final SceneLayers layers;
    private final Surfaces surfaces;
    private SceneState known;
    private ScreenColours knownColours = ScreenColours.ofDocuments();
    private List<ScenePane> panes = List.of();
    private List<String> problems = List.of();

    /** Makes items with layers that share surfaces. */
    SceneItems(SceneLayers layers, Surfaces surfaces) {
        this.layers = layers;
        this.surfaces = surfaces;
    }

    /** The layers that plug-ins bring besides those that the view has switches of its own for. */
    static List<SceneLayers.Entry> further(SceneLayers layers) {
        return layers.entries().stream().filter(each -> !BUILT_IN.contains(each.id())).toList();
    }

    /**
     * The scene of a state.
     *
     * @param width columns of the picture
     * @param height rows of the picture
     * @param draft whether it is needed at once
     */
    synchronized SceneView view(SceneState state, int width, int height, boolean draft) {
        ScreenColours colours = Settings.ofWorkbench().colours();
        if (known == null || known.content() != state.content() || !known.settings().equals(state.settings())
                || !colours.equals(knownColours)) {
            knownColours = colours;
            make(state);
            known = state;
        }
        return new SceneView(panes, PanePlan.columns(panes.size(), width, height), state.camera(), clip(state),
                state.settings().isDark() ? DARK : LIGHT, true, width, height, draft);
    }

    /** What layers could not draw of the last scene, a sentence each. */
    synchronized List<String> problems() {
        return problems;
    }

    private void make(SceneState state) {
        Set<String> sentences = new LinkedHashSet<>();
        List<ScenePane> made = new ArrayList<>();
        for (PanePlan plan : PanePlan.of(state.content(), state.settings())) {
            List<SceneItem> items = new ArrayList<>();
            plan.surfaces().forEach(each -> items.add(surface(each, state)));
            DrawnLayers others = layers.items(scene(plan, state), looks(state), shown(state.settings()),
                    new NullProgressMonitor());
            items.addAll(others.items());
            sentences.addAll(others.problems());
            made.add(new ScenePane(items));
        }
        panes = List.copyOf(made);
        problems = List.copyOf(sentences);
    }

    private SurfaceItem surface(SceneSurface surface, SceneState state) {
        return new SurfaceItem(surface.id(), surface.title(), surface.surface().orElseThrow().mesh(),
                knownColours.of(surface.delineation().rgb()), state.settings().opacity(surface), colouring(surface, state));
    }

    /** The colours of a surface's distance from its reference; empty when they are off or not measured yet. */
    static Optional<Colouring> colouring(SceneSurface surface, SceneState state) {
        SceneSettings.Distances wanted = state.settings().distances();
        return wanted.shown() ? state.content().distancesMm(surface, wanted.reference())
                .map(values -> new Colouring(values, -wanted.rangeMm(), wanted.rangeMm(), ColourMap.BLUE_RED,
                        KidneySurfaceLayer.DISTANCE, "mm"))
                : Optional.empty();
    }

    /** The layers besides the surfaces that are to be drawn. */
    private Set<String> shown(SceneSettings settings) {
        Set<String> shown = new LinkedHashSet<>();
        if (settings.cloud().shown()) {
            shown.add(CloudLayer.ID);
        }
        if (settings.slice().shown()) {
            shown.add(SlicePlaneLayer.ID);
        }
        further(layers).stream().map(SceneLayers.Entry::id).filter(each -> !settings.hiddenLayers().contains(each))
                .forEach(shown::add);
        return shown;
    }

    private CaseScene scene(PanePlan plan, SceneState state) {
        ViewedCase images = state.content().images();
        List<ShownDelineation> shown = new ArrayList<>();
        for (Delineation each : plan.delineations()) {
            List<SceneSurface> parts = plan.surfaces().stream()
                    .filter(surface -> surface.delineation().id().equals(each.id())).toList();
            Kidneys kidneys = parts.size() > 1 ? Kidneys.BOTH : Kidneys.of(parts.get(0).side());
            each.labels().ifPresent(labels -> shown.add(new ShownDelineation(each.id(), each.title(), each.rgb(), labels,
                    kidneys)));
        }
        Optional<ShownDelineation> reference = state.content().delineation(state.settings().distances().reference())
                .flatMap(each -> each.labels().map(labels -> new ShownDelineation(each.id(), each.title(), each.rgb(),
                        labels, Kidneys.BOTH)));
        return new CaseScene(images.caseId(), shown, reference, images.ct(), images.spect(), surfaces);
    }

    private static LayerSettings looks(SceneState state) {
        SceneSettings settings = state.settings();
        SceneSettings.Cloud cloud = settings.cloud();
        double high = cloud.high() * state.spectMaximum();
        return new LayerSettings(new SurfaceLook(1, settings.isSmooth(), settings.distances().shown(),
                settings.distances().rangeMm()),
                new CloudLook(cloud.low() * state.spectMaximum(), high, cloud.opacity(), cloud.colours()),
                new PlaneLook(settings.slice().plane(), slicePoint(state.content(), settings.slice(), state.extent()),
                        CtPreset.SOFT_TISSUE.window(), Window.between(0, high), SPECT_OVER_CT, true,
                        settings.slice().opacity()));
    }

    /** What is cut away; empty when nothing is. */
    static Optional<Clip> clip(SceneState state) {
        SceneSettings.Cut cut = state.settings().clip();
        if (!cut.shown()) {
            return Optional.empty();
        }
        Vector3 from = cut.from().from();
        Vector3 half = state.extent().highMm().minus(state.extent().centreMm());
        double halfMm = Math.abs(half.x() * from.x()) + Math.abs(half.y() * from.y()) + Math.abs(half.z() * from.z());
        return Optional.of(new Clip(state.extent().centreMm().plus(from.times(halfMm * (1 - 2 * cut.depth()))),
                from.times(-1)));
    }

    /** A point of the slice plane in patient millimetres: of the nearest slice of the images; without images the origin. */
    static Vector3 slicePoint(SceneContent content, SceneSettings.Slice slice, Extent surfaces) {
        Optional<Grid> grid = content.images().grid();
        if (grid.isEmpty()) {
            return new Vector3(0, 0, 0);
        }
        Extent extent = Extent.of(grid.get());
        double low = slice.plane().depthMm(extent.lowMm());
        double depth = slice.place() < 0 ? slice.plane().depthMm(extent.clamp(surfaces.centreMm()))
                : low + slice.place() * (slice.plane().depthMm(extent.highMm()) - low);
        return slice.plane().step(grid.get(), slice.plane().atDepth(extent.centreMm(), depth), 0);
    }

    /** Where the slice plane stands in the images along its normal, 0 to 1; a half without images. */
    static double slicePlace(SceneContent content, SceneSettings.Slice slice, Extent surfaces) {
        return content.images().grid().map(Extent::of).map(extent -> {
            double low = slice.plane().depthMm(extent.lowMm());
            double high = slice.plane().depthMm(extent.highMm());
            return (slice.plane().depthMm(slicePoint(content, slice, surfaces)) - low) / (high - low);
        }).orElse(0.5);
    }
}
