package org.glomera.ui.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;
import org.glomera.render.slice.Window;
import org.glomera.ui.Texts;

/** The panel beside the planes: window of the CT, colours of the SPECT, and the chooser of delineations. */
final class ViewerControls {

    private static final int PERCENT = 100;
    private static final String OWN_WINDOW = "As dragged";

    private final ViewerModel model;
    private final ScrolledComposite scroll;
    private final Composite panel;
    private Combo preset;
    private Label windowText;
    private Combo colours;
    private ColourBar bar;
    private Label upperText;
    private Scale upper;
    private Scale opacity;
    private Button filled;
    private Button thick;
    private Group ctGroup;
    private Group spectGroup;
    private final DelineationTable table;
    private final MovePanel movePanel;

    ViewerControls(Composite parent, ViewerModel model, SpectMove move, MoveJobs jobs) {
        this.model = model;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        panel = new Composite(scroll, SWT.NONE);
        scroll.setContent(panel);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 6;
        layout.marginHeight = 2;
        panel.setLayout(layout);
        movePanel = new MovePanel(panel, move, jobs, this::fit);
        createCt();
        createSpect();
        Group masks = group("Delineations", 2);
        masks.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new DelineationTable(masks, model);
        filled = check(masks, "Filled", () -> model.setFilled(filled.getSelection()));
        thick = check(masks, "Thick lines", () -> model.setThick(thick.getSelection()));
        model.addListener(this::update);
        update();
        fit();
    }

    /** Where the window is low, the panel is scrolled. */
    private void fit() {
        panel.layout(true, true);
        scroll.setMinHeight(panel.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private Group group(String title, int columns) {
        Group group = new Group(panel, SWT.NONE);
        group.setText(title);
        group.setLayout(new GridLayout(columns, false));
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return group;
    }

    private void createCt() {
        ctGroup = group("CT", 2);
        preset = combo(ctGroup, () -> {
            int chosen = preset.getSelectionIndex();
            if (chosen >= 0 && chosen < CtPreset.values().length) {
                model.setCtWindow(CtPreset.values()[chosen].window());
            }
        });
        preset.setToolTipText("Window of the CT; drag with the right button to change it");
        windowText = new Label(ctGroup, SWT.RIGHT);
        windowText.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        List<String> titles = new ArrayList<>(Arrays.stream(CtPreset.values()).map(CtPreset::title).toList());
        titles.add(OWN_WINDOW);
        preset.setItems(titles.toArray(String[]::new));
    }

    private void createSpect() {
        spectGroup = group("SPECT", 2);
        colours = combo(spectGroup, () -> model.setSpectColours(ColourMap.ofImages().get(colours.getSelectionIndex())));
        colours.setItems(ColourMap.ofImages().stream().map(ColourMap::title).toArray(String[]::new));
        upperText = new Label(spectGroup, SWT.RIGHT);
        upperText.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        bar = new ColourBar(spectGroup, model.spectColours());
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        upper = scale(spectGroup, "Upper limit", "Share of the largest activity concentration that has the last colour",
                () -> model.setSpectShare(upper.getSelection() / (double) PERCENT));
        opacity = scale(spectGroup, "Opacity", "Opacity of the SPECT over the CT",
                () -> model.setOpacity(opacity.getSelection() / (double) PERCENT));
    }

    private static Combo combo(Composite parent, Runnable action) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.addListener(SWT.Selection, event -> action.run());
        return combo;
    }

    private static Scale scale(Composite parent, String title, String tooltip, Runnable action) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(title);
        Scale scale = new Scale(parent, SWT.HORIZONTAL);
        scale.setMinimum(0);
        scale.setMaximum(PERCENT);
        scale.setIncrement(1);
        scale.setPageIncrement(10);
        scale.setToolTipText(tooltip);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = 90;
        scale.setLayoutData(place);
        scale.addListener(SWT.Selection, event -> action.run());
        return scale;
    }

    private static Button check(Composite parent, String title, Runnable action) {
        Button check = new Button(parent, SWT.CHECK);
        check.setText(title);
        check.addListener(SWT.Selection, event -> action.run());
        return check;
    }

    /** The part that moves the SPECT. */
    MovePanel movePanel() {
        return movePanel;
    }

    /** The widget, for its place in a layout. */
    Composite control() {
        return scroll;
    }

    private void update() {
        Window window = model.ctWindow();
        CtPreset known = Arrays.stream(CtPreset.values()).filter(each -> each.window().equals(window)).findFirst()
                .orElse(null);
        preset.select(known == null ? CtPreset.values().length : known.ordinal());
        setText(windowText, String.format(Locale.ROOT, "W %.0f  L %.0f HU", window.width(), window.centre()));
        colours.select(ColourMap.ofImages().indexOf(model.spectColours()));
        bar.setColours(model.spectColours());
        setText(upperText, model.images().spect().isEmpty() ? Texts.NONE
                : String.format(Locale.ROOT, "0 \u2013 %.0f kBq/ml", model.spectUpper() / 1000));
        upper.setSelection((int) Math.round(model.spectShare() * PERCENT));
        opacity.setSelection((int) Math.round(model.opacity() * PERCENT));
        opacity.setEnabled(model.show() == Show.FUSED && model.images().spect().isPresent());
        filled.setSelection(model.filled());
        thick.setSelection(model.thick());
        enable(ctGroup, model.images().ct().isPresent());
        enable(spectGroup, model.images().spect().isPresent());
        table.update();
    }

    private static void setText(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }

    private void enable(Group group, boolean enabled) {
        for (Control child : group.getChildren()) {
            if (child != opacity) {
                child.setEnabled(enabled);
            }
        }
    }
}
