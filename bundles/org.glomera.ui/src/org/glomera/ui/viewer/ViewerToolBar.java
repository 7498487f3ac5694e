package org.glomera.ui.viewer;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The bar above the planes: which image is shown, what is laid over it, and what to do with the picture. */
final class ViewerToolBar {

    private static final String PADDING = "\u2002";
    private static final int FLICKER_MS = 450;

    private final ViewerModel model;
    private final SpectMove move;
    private final ToolBar bar;
    private final Map<Show, ToolItem> shows = new EnumMap<>(Show.class);
    private final ToolItem cross;
    private final ToolItem smooth;
    private final ToolItem measure;
    private final ToolItem moveSpect;
    private final ToolItem follow;
    private boolean flickering;

    /**
     * Makes the bar.
     *
     * @param save saves the picture
     */
    ViewerToolBar(Composite parent, ViewerModel model, SpectMove move, Runnable save) {
        this.model = model;
        this.move = move;
        bar = new ToolBar(parent, SWT.FLAT | SWT.WRAP | SWT.RIGHT);
        for (Show show : Show.values()) {
            ToolItem item = item(SWT.RADIO, show.title(), show.tooltip(), () -> {
                if (shows.get(show).getSelection() && model.show() != show) {
                    model.setShow(show);
                }
            });
            shows.put(show, item);
        }
        new ToolItem(bar, SWT.SEPARATOR);
        cross = item(SWT.CHECK, "Cross-hair", "Show the cross-hair (X)", () -> model.setCrossShown(crossWanted()));
        smooth = item(SWT.CHECK, "Smooth", "Interpolate between voxels; without it each voxel is shown as it is",
                () -> model.setSmooth(smoothWanted()));
        measure = item(SWT.CHECK, "Measure", "Drag to measure a length in millimetres (M); Delete takes the last one away",
                () -> model.setMeasuring(measureWanted()));
        moveSpect = item(SWT.CHECK, "Move SPECT", "Drag to shift the SPECT over the CT, with Shift or on the ring to turn it"
                + " (V)", () -> move.setOn(moveWanted()));
        new ToolItem(bar, SWT.SEPARATOR);
        item(SWT.PUSH, "Reset", "Kidneys in the middle, whole picture, windows as at first (R)", model::reset);
        item(SWT.PUSH, "Save Picture\u2026", "Save the planes as a PNG file, as they are seen", save);
        new ToolItem(bar, SWT.SEPARATOR);
        follow = item(SWT.CHECK, "Follow Selection", "Show the case that is selected in the explorer or a comparison",
                () -> {
                });
        follow.setSelection(true);
        model.addListener(this::update);
        move.addListener(this::update);
        update();
    }

    private boolean crossWanted() {
        return cross.getSelection();
    }

    private boolean measureWanted() {
        return measure.getSelection();
    }

    private boolean moveWanted() {
        return moveSpect.getSelection();
    }

    private boolean smoothWanted() {
        return smooth.getSelection();
    }

    private ToolItem item(int style, String text, String tooltip, Runnable action) {
        ToolItem item = new ToolItem(bar, style);
        item.setText(PADDING + text + PADDING);
        item.setToolTipText(tooltip);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** The widget, for its place in a layout. */
    ToolBar control() {
        return bar;
    }

    /** Shows the same case from now on, whatever is selected elsewhere. */
    void stay() {
        follow.setSelection(false);
    }

    /** Whether the viewer shows what is selected elsewhere. */
    boolean follows() {
        return follow.getSelection();
    }

    private void update() {
        boolean both = model.images().volumes().size() == 2;
        shows.forEach((show, item) -> {
            item.setSelection(show == model.show());
            item.setEnabled(both || show == model.show());
        });
        cross.setSelection(model.crossShown());
        smooth.setSelection(model.smooth());
        measure.setSelection(model.measuring());
        moveSpect.setSelection(move.on());
        moveSpect.setEnabled(move.canMove());
        if (model.show() == Show.FLICKER && !flickering) {
            flickering = true;
            bar.getDisplay().timerExec(FLICKER_MS, this::flicker);
        }
    }

    private void flicker() {
        if (bar.isDisposed() || model.show() != Show.FLICKER) {
            flickering = false;
            return;
        }
        model.flicker();
        bar.getDisplay().timerExec(FLICKER_MS, this::flicker);
    }
}
