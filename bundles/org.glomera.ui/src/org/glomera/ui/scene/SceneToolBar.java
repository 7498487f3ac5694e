package org.glomera.ui.scene;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.glomera.render.scene.StandardView;

/** The bar above the picture: how surfaces are shared among panes, from where they are seen, and what to do with them. */
final class SceneToolBar {

    private static final String PADDING = "\u2002";

    private final SceneModel model;
    private final Composite frame;
    private ToolBar bar;
    private final Map<Arrangement, ToolItem> arrangements = new EnumMap<>(Arrangement.class);
    private final ToolItem measure;
    private final ToolItem dark;
    private final ToolItem follow;

    /**
     * Makes the bar.
     *
     * @param takeAway what the menu "Take Along" offers
     */
    SceneToolBar(Composite parent, SceneModel model, List<IAction> takeAway) {
        this.model = model;
        frame = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 0;
        frame.setLayout(layout);
        bar = part();
        for (Arrangement each : Arrangement.values()) {
            arrangements.put(each, item(SWT.RADIO, each.title(), each.tooltip(), () -> {
                if (arrangements.get(each).getSelection()) {
                    model.setSettings(model.settings().withArrangement(each));
                    model.fit();
                }
            }));
        }
        bar = part();
        for (StandardView each : StandardView.values()) {
            String letter = letter(each);
            ToolItem item = new ToolItem(bar, SWT.PUSH);
            item.setText(letter);
            item.setToolTipText("Look from " + where(each) + " (" + letter + ")");
            item.addListener(SWT.Selection, event -> model.lookFrom(each));
        }
        item(SWT.PUSH, "Fit", "All surfaces in the picture, from the same side (Home or double click)", model::fit);
        item(SWT.PUSH, "Reset", "From the front, everything as at first", model::reset);
        bar = part();
        measure = item(SWT.CHECK, "Measure", "Measure between two points that are clicked (M); Esc ends",
                () -> model.setMeasuring(measuringWanted()));
        dark = item(SWT.CHECK, "Dark", "Dark or light ground",
                () -> model.setSettings(model.settings().withDark(darkWanted())));
        takeAlong(takeAway);
        bar = part();
        follow = item(SWT.CHECK, "Follow Selection", "Show the case that is selected in the explorer, a comparison or the"
                + " slice viewer", () -> {
                });
        follow.setSelection(true);
        model.addListener(this::update);
        update();
    }

    /** A part that goes into the next row as a whole where the view is narrow. */
    private ToolBar part() {
        return new ToolBar(frame, SWT.FLAT | SWT.RIGHT);
    }

    private boolean measuringWanted() {
        return measure.getSelection();
    }

    private boolean darkWanted() {
        return dark.getSelection();
    }

    private static String letter(StandardView view) {
        return switch (view) {
            case FRONT -> "A";
            case BACK -> "P";
            case RIGHT -> "R";
            case LEFT -> "L";
            case HEAD -> "H";
            case FEET -> "F";
        };
    }

    private static String where(StandardView view) {
        return switch (view) {
            case FRONT -> "the front";
            case BACK -> "the back";
            case RIGHT -> "the patient's right";
            case LEFT -> "the patient's left";
            case HEAD -> "the head";
            case FEET -> "the feet";
        };
    }

    private ToolItem item(int style, String text, String tooltip, Runnable action) {
        ToolItem item = new ToolItem(bar, style);
        item.setText(PADDING + text + PADDING);
        item.setToolTipText(tooltip);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void takeAlong(List<IAction> actions) {
        MenuManager manager = new MenuManager();
        actions.forEach(manager::add);
        ToolBar place = bar;
        Menu menu = manager.createContextMenu(place);
        ToolItem item = new ToolItem(bar, SWT.DROP_DOWN);
        item.setText("Take Along");
        item.setToolTipText("Pictures, a turntable and files of the surfaces");
        item.addListener(SWT.Selection, event -> {
            Rectangle box = item.getBounds();
            menu.setLocation(place.toDisplay(box.x, box.y + box.height));
            menu.setVisible(true);
        });
        bar.addListener(SWT.Dispose, event -> manager.dispose());
    }

    /** The widget, for its place in a layout. */
    Composite control() {
        return frame;
    }

    /** Whether the view shows what is selected elsewhere. */
    boolean follows() {
        return follow.getSelection();
    }

    /** Lets the view show what is selected elsewhere, or keep its case. */
    void setFollows(boolean follows) {
        follow.setSelection(follows);
    }

    private void update() {
        arrangements.forEach((each, item) -> item.setSelection(each == model.settings().arrangement()));
        measure.setSelection(model.isMeasuring());
        dark.setSelection(model.settings().isDark());
    }
}
