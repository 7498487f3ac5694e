package org.glomera.ui.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.render.layers.SceneLayers;
import org.glomera.render.scene.StandardView;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Plane;
import org.glomera.render.surface.Fidelity;
import org.glomera.ui.CheckBox;

/** The panel beside the picture: the surfaces, colours by distance, the SPECT cloud, the slice plane and the cut. */
final class SceneControls {

    private static final int MARGIN_PX = 6;
    private static final int WRAP_PX = 200;
    private static final String OWN_REFERENCE = "Manual, same image";

    private final SceneModel model;
    private final ScrolledComposite scroller;
    private final Composite panel;
    private SurfaceTree tree;
    private Scale opacity;
    private Button smooth;
    private Label fidelity;
    private Section distances;
    private Combo reference;
    private Spinner range;
    private List<String> references = List.of();
    private Section cloud;
    private Combo colours;
    private Scale low;
    private Scale high;
    private Scale density;
    private Section slice;
    private Combo plane;
    private Scale place;
    private Scale sliceOpacity;
    private Section cut;
    private Combo from;
    private Scale depth;
    private final Map<String, Button> boxes = new HashMap<>();
    private SceneContent seenContent;
    private SceneSettings seenSettings;

    SceneControls(Composite parent, SceneModel model, List<SceneLayers.Entry> further) {
        this.model = model;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        panel = new Composite(scroller, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX / 2;
        panel.setLayout(layout);
        scroller.setContent(panel);
        createSurfaces();
        createDistances();
        createCloud();
        createSlice();
        createCut();
        further.forEach(this::createLayer);
        scroller.addListener(SWT.Resize, event -> fitHeight());
        model.addListener(this::changed);
        update();
        fitHeight();
    }

    /** The widget, for its place in a layout. */
    Composite control() {
        return scroller;
    }

    /** How wide the panel is when nothing is cut off. */
    int width() {
        return panel.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + scroller.getVerticalBar().getSize().x;
    }

    /** The tree of surfaces, for tests. */
    SurfaceTree tree() {
        return tree;
    }

    /** What is said of how far the drawn surfaces lie from the voxels. */
    String fidelity() {
        return fidelity.getText();
    }

    private void createSurfaces() {
        Composite group = new Composite(panel, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        group.setLayout(layout);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        tree = new SurfaceTree(group, model, selected -> update());
        opacity = Section.scale(group, "Opacity", "Opacity of the surfaces whose lines are selected; of all when none is",
                this::setOpacity);
        smooth = CheckBox.create(group, "Smooth surfaces",
                "Smooth and thin out the surfaces; without it the voxels' own steps are shown");
        smooth.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        smooth.addListener(SWT.Selection,
                event -> model.setSettings(model.settings().withSmooth(smooth.getSelection())));
        fidelity = new Label(group, SWT.WRAP);
        GridData wrapped = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        wrapped.widthHint = WRAP_PX;
        fidelity.setLayoutData(wrapped);
        separator();
    }

    private void setOpacity(double value) {
        SceneSettings settings = model.settings();
        for (SceneSurface each : chosen()) {
            settings = settings.withOpacity(each.id(), value);
        }
        model.setSettings(settings);
    }

    /** The surfaces whose lines are selected; all when none is. */
    private List<SceneSurface> chosen() {
        List<SceneSurface> selected = tree.selection();
        return !selected.isEmpty() ? selected
                : model.content().surfaces().stream().filter(each -> each.surface().isPresent()).toList();
    }

    private void separator() {
        Label line = new Label(panel, SWT.SEPARATOR | SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private void createDistances() {
        distances = new Section(panel, "Colour by distance",
                "Colour each surface by its distance from the reference: blue inside, red outside (D)",
                on -> model.setSettings(model.settings().withDistances(model.settings().distances().withShown(on))));
        reference = distances.combo("From", "What distances are measured from; \u201c" + OWN_REFERENCE + "\u201d: people's delineation of the image that"
                + " the network works on", chosen -> model.setSettings(
                model.settings().withDistances(model.settings().distances().withReference(references.get(chosen)))));
        Section.label(distances.body(), "Range \u00b1 mm");
        range = new Spinner(distances.body(), SWT.BORDER);
        range.setValues(5, 1, SceneSettings.WIDEST_MM, 0, 1, 5);
        range.setToolTipText("Distances that have the last colours");
        range.addListener(SWT.Selection, event -> model.setSettings(model.settings().withDistances(
                model.settings().distances().withRangeMm(range.getSelection()))));
        separator();
    }

    private void createCloud() {
        cloud = new Section(panel, "SPECT cloud", "Show the activity as a cloud (C)",
                on -> model.setSettings(model.settings().withCloud(model.settings().cloud().withShown(on))));
        colours = cloud.combo("Colours", "Colours of the SPECT, in the slice too", chosen -> model.setSettings(
                model.settings().withCloud(model.settings().cloud().withColours(ColourMap.ofImages().get(chosen)))));
        colours.setItems(ColourMap.ofImages().stream().map(ColourMap::title).toArray(String[]::new));
        low = cloud.scale("Lower limit", "Below this share of the largest activity concentration nothing is drawn",
                value -> model.setSettings(model.settings().withCloud(model.settings().cloud().withLow(value))));
        high = cloud.scale("Upper limit", "Share of the largest activity concentration that has the last colour",
                value -> model.setSettings(model.settings().withCloud(model.settings().cloud().withHigh(value))));
        density = cloud.scale("Density", "How dense the cloud is at its upper limit",
                value -> model.setSettings(model.settings().withCloud(model.settings().cloud().withOpacity(value))));
        separator();
    }

    private void createSlice() {
        slice = new Section(panel, "Slice plane", "Show a slice of CT and SPECT in its place (S)",
                on -> model.setSettings(model.settings().withSlice(model.settings().slice().withShown(on))));
        plane = slice.combo("Plane", "Direction of the slice", chosen -> model.setSettings(model.settings().withSlice(
                model.settings().slice().withPlane(Plane.values()[chosen]))));
        plane.setItems(Arrays.stream(Plane.values()).map(Plane::title).toArray(String[]::new));
        place = slice.scale("Position", "Where the slice stands",
                value -> model.setSettings(model.settings().withSlice(model.settings().slice().withPlace(value))));
        sliceOpacity = slice.scale("Opacity", "Opacity of the slice",
                value -> model.setSettings(model.settings().withSlice(model.settings().slice().withOpacity(value))));
        separator();
    }

    private void createCut() {
        cut = new Section(panel, "Cut", "Cut surfaces and cloud away from one side (X)",
                on -> model.setSettings(model.settings().withClip(model.settings().clip().withShown(on))));
        from = cut.combo("From", "The side that is cut away", chosen -> model.setSettings(model.settings().withClip(
                model.settings().clip().withFrom(StandardView.values()[chosen]))));
        from.setItems(Arrays.stream(StandardView.values()).map(StandardView::title).toArray(String[]::new));
        depth = cut.scale("Depth", "How much is cut away",
                value -> model.setSettings(model.settings().withClip(model.settings().clip().withDepth(value))));
    }

    /** A camera that moves changes nothing here. */
    private void changed() {
        if (seenContent != model.content() || seenSettings != model.settings()) {
            update();
        }
    }

    private void createLayer(SceneLayers.Entry layer) {
        separator();
        Button box = CheckBox.create(panel, layer.name(), layer.description());
        box.addListener(SWT.Selection,
                event -> model.setSettings(model.settings().withLayer(layer.id(), box.getSelection())));
        boxes.put(layer.id(), box);
    }

    private void update() {
        seenContent = model.content();
        seenSettings = model.settings();
        tree.update();
        List<SceneSurface> chosen = chosen();
        opacity.setEnabled(!chosen.isEmpty());
        if (!chosen.isEmpty()) {
            Section.show(opacity, model.settings().opacity(chosen.get(0)));
        }
        smooth.setSelection(model.settings().isSmooth());
        boxes.forEach((layer, box) -> box.setSelection(!model.settings().hiddenLayers().contains(layer)));
        boolean isTall = setText(fidelity, words(model.content()));
        isTall |= updateDistances();
        isTall |= updateCloud();
        isTall |= updateSlice();
        isTall |= updateCut();
        if (isTall) {
            fitHeight();
        }
    }

    private void fitHeight() {
        panel.layout(true, true);
        scroller.setMinHeight(panel.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
    }

    /** How far the drawn surfaces lie from the voxels, all of them together, as one sentence. */
    static String words(SceneContent content) {
        List<Fidelity> all = content.surfaces().stream().flatMap(each -> each.surface().stream())
                .map(each -> each.fidelity()).toList();
        if (all.isEmpty()) {
            return "";
        }
        double largest = all.stream().mapToDouble(Fidelity::largestMm).max().orElseThrow();
        double mean = all.stream().mapToDouble(Fidelity::meanMm).average().orElseThrow();
        double volume = all.stream().mapToDouble(each -> Math.abs(each.volumeDifferencePercent())).max().orElseThrow();
        return String.format(Locale.ROOT, "The drawn surfaces depart at most %.1f\u00a0mm, on average %.1f\u00a0mm, from the voxels'"
                + " surface; their volume differs by at most %.1f\u00a0%%.", largest, mean, volume);
    }

    private boolean updateDistances() {
        SceneSettings.Distances wanted = model.settings().distances();
        List<String> ids = new ArrayList<>(List.of(""));
        List<String> titles = new ArrayList<>(List.of(OWN_REFERENCE));
        for (Delineation each : model.content().delineations()) {
            if (each.isDrawn()) {
                ids.add(each.id());
                titles.add(each.title());
            }
        }
        references = List.copyOf(ids);
        if (!Arrays.asList(reference.getItems()).equals(titles)) {
            reference.setItems(titles.toArray(String[]::new));
        }
        reference.select(Math.max(0, references.indexOf(wanted.reference())));
        if (range.getSelection() != wanted.rangeMm()) {
            range.setSelection(wanted.rangeMm());
        }
        boolean isPossible = model.content().surfaces().stream().anyMatch(each -> each.surface().isPresent());
        return distances.update(wanted.shown(), isPossible, "");
    }

    private boolean updateCloud() {
        SceneSettings.Cloud wanted = model.settings().cloud();
        boolean isPossible = model.content().images().spect().isPresent();
        colours.select(ColourMap.ofImages().indexOf(wanted.colours()));
        Section.show(low, wanted.low());
        Section.show(high, wanted.high());
        Section.show(density, wanted.opacity());
        String limits = !isPossible ? model.content().images().isEmpty() ? "" : "no SPECT" : wanted.shown()
                ? String.format(Locale.ROOT, "%.0f \u2013 %.0f kBq/ml", wanted.low() * model.spectMaximum() / 1000,
                        wanted.high() * model.spectMaximum() / 1000) : "";
        return cloud.update(wanted.shown(), isPossible, limits);
    }

    private boolean updateSlice() {
        SceneSettings.Slice wanted = model.settings().slice();
        boolean isPossible = !model.content().images().volumes().isEmpty();
        plane.select(wanted.plane().ordinal());
        Section.show(place, SceneItems.slicePlace(model.content(), wanted, model.extent()));
        Section.show(sliceOpacity, wanted.opacity());
        String axis = switch (wanted.plane()) {
            case AXIAL -> "z";
            case CORONAL -> "y";
            case SAGITTAL -> "x";
        };
        String words = wanted.shown() && isPossible ? String.format(Locale.ROOT, "%s %.1f mm", axis,
                wanted.plane().depthMm(SceneItems.slicePoint(model.content(), wanted, model.extent()))) : "";
        return slice.update(wanted.shown(), isPossible, words);
    }

    private boolean updateCut() {
        SceneSettings.Cut wanted = model.settings().clip();
        from.select(wanted.from().ordinal());
        Section.show(depth, wanted.depth());
        return cut.update(wanted.shown(), !model.content().images().isEmpty(), "");
    }

    private static boolean setText(Label label, String text) {
        boolean changed = !label.getText().equals(text);
        if (changed) {
            label.setText(text);
        }
        return changed;
    }
}
