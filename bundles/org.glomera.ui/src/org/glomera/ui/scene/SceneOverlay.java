package org.glomera.ui.scene;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.PaneBox;
import org.glomera.render.scene.Pick;
import org.glomera.render.slice.ColourMap;
import org.glomera.ui.Theme;

/**
 * Lays over a picture: the titles of the panes with the colours of their surfaces, what distances are measured from,
 * the colour scale, what was pointed at and what was measured. Places in space are those of the picture that is seen.
 */
final class SceneOverlay {

    private static final int MARGIN_PX = 10;
    private static final int SWATCH_PX = 11;
    private static final int SCALE_WIDTH_PX = 14;
    private static final int SCALE_HEIGHT_PX = 260;
    /** How much room the colour scale has beside the picture. */
    private static final int STRIP_PX = 66;
    private static final int SCALE_TICKS = 4;
    private static final int TICK_PX = 4;
    private static final int RING_PX = 6;
    private static final RGB ON_DARK = new RGB(235, 235, 235);
    private static final RGB DIM_ON_DARK = new RGB(170, 178, 186);
    private static final RGB ON_LIGHT = new RGB(24, 30, 36);
    private static final RGB DIM_ON_LIGHT = new RGB(92, 100, 108);
    private static final RGB MEASURE = new RGB(255, 214, 10);

    private final ResourceManager resources;
    private boolean isDark = true;

    SceneOverlay(ResourceManager resources) {
        this.resources = resources;
    }

    /** How wide the room beside the picture is that the colour scale stands in; 0 where it is not shown. */
    static int stripPx(SceneState state) {
        return isColoured(PanePlan.of(state.content(), state.settings()), state) ? STRIP_PX : 0;
    }

    /**
     * Paints over a picture that fills a width and a height, and beside it what stands in the strip.
     *
     * @param now what was pointed at and measured since the picture was drawn
     */
    void paint(GC gc, SceneDrawing.Drawn drawn, SceneState now, int width, int height) {
        isDark = drawn.state().settings().isDark();
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        List<PanePlan> plans = PanePlan.of(drawn.state().content(), drawn.state().settings());
        for (int pane = 0; pane < plans.size(); pane++) {
            Rectangle box = place(drawn, pane, width, height);
            gc.setClipping(box);
            paintBorder(gc, box, width, height);
            paintTitles(gc, plans.get(pane), drawn.state(), box);
            paintPick(gc, drawn, now, pane, box);
            paintMeasured(gc, drawn, now, box);
            gc.setClipping((Rectangle) null);
        }
        if (isColoured(plans, drawn.state())) {
            paintScale(gc, drawn.state(), width, height);
        }
        paintHint(gc, now, width, height);
    }

    /** Where a pane lies in a painted width and height. */
    static Rectangle place(SceneDrawing.Drawn drawn, int pane, int width, int height) {
        PaneBox box = drawn.view().box(pane);
        double sx = width / (double) drawn.view().width();
        double sy = height / (double) drawn.view().height();
        int x = (int) Math.round(box.x() * sx);
        int y = (int) Math.round(box.y() * sy);
        return new Rectangle(x, y, (int) Math.round((box.x() + box.width()) * sx) - x,
                (int) Math.round((box.y() + box.height()) * sy) - y);
    }

    /** Where a point of space is painted; empty when it is behind the camera. */
    static Optional<Point> place(SceneDrawing.Drawn drawn, Vector3 mm, Rectangle box) {
        Vector3 at = drawn.view().camera().project(mm, Math.max(1, box.width), Math.max(1, box.height));
        return at.z() > 0 && Math.abs(at.x()) < Short.MAX_VALUE && Math.abs(at.y()) < Short.MAX_VALUE
                ? Optional.of(new Point(box.x + (int) Math.floor(at.x()), box.y + (int) Math.floor(at.y())))
                : Optional.empty();
    }

    private void paintBorder(GC gc, Rectangle box, int width, int height) {
        gc.setForeground(color(isDark ? new RGB(62, 70, 78) : new RGB(205, 211, 217)));
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_SOLID);
        if (box.x + box.width < width) {
            gc.drawLine(box.x + box.width - 1, box.y, box.x + box.width - 1, box.y + box.height);
        }
        if (box.y + box.height < height) {
            gc.drawLine(box.x, box.y + box.height - 1, box.x + box.width, box.y + box.height - 1);
        }
    }

    private void paintTitles(GC gc, PanePlan plan, SceneState state, Rectangle box) {
        int y = box.y + MARGIN_PX;
        int left = box.x + MARGIN_PX;
        List<Delineation> delineations = plan.delineations();
        if (delineations.isEmpty()) {
            text(gc, "No surface is shown.", left, y, dim());
        }
        for (Delineation each : delineations) {
            gc.setFont(bold(gc));
            Point size = gc.textExtent(each.title());
            swatch(gc, Theme.onScreen(each.rgb()), left, y + (size.y - SWATCH_PX) / 2);
            text(gc, each.title(), left + SWATCH_PX + MARGIN_PX / 2, y, ink());
            gc.setFont(null);
            int after = left + SWATCH_PX + MARGIN_PX + size.x;
            String remark = remark(each, state);
            boolean fits = after + gc.textExtent(remark).x < box.x + box.width;
            if (!remark.isEmpty()) {
                text(gc, remark, fits ? after : left + SWATCH_PX + MARGIN_PX / 2, fits ? y : y + size.y, dim());
            }
            y += fits || remark.isEmpty() ? size.y + 2 : 2 * size.y + 2;
        }
    }

    /** What there is to say of a delineation: what its colours are measured from, and which kidney is not there. */
    private static String remark(Delineation delineation, SceneState state) {
        StringBuilder words = new StringBuilder();
        SceneSettings.Distances distances = state.settings().distances();
        if (distances.shown()) {
            state.content().referenceOf(delineation, distances.reference())
                    .ifPresent(reference -> words.append("distance to ").append(reference.title()));
        }
        for (Side side : Side.values()) {
            if (state.content().isEmpty(delineation, side)) {
                words.append(words.isEmpty() ? "" : ", ").append("no ").append(side.word()).append(" kidney");
            }
        }
        return words.toString();
    }

    private void swatch(GC gc, int rgb, int x, int y) {
        gc.setBackground(color(Theme.rgb(rgb)));
        gc.fillRectangle(x, y, SWATCH_PX, SWATCH_PX);
        gc.setForeground(dim());
        gc.drawRectangle(x, y, SWATCH_PX - 1, SWATCH_PX - 1);
    }

    private void paintPick(GC gc, SceneDrawing.Drawn drawn, SceneState now, int pane, Rectangle box) {
        Optional<Pick> pick = now.pick();
        Optional<Point> place = pick.flatMap(each -> place(drawn, each.pointMm(), box));
        if (place.isEmpty() || !now.measured().isEmpty()) {
            return;
        }
        Point at = place.get();
        ring(gc, at, pane == pick.get().pane() ? color(MEASURE) : dim());
        if (pane == pick.get().pane()) {
            double distanceMm = SceneReadOut.distanceMm(now.content(), now.settings(), pick.get());
            if (!Double.isNaN(distanceMm)) {
                text(gc, SceneReadOut.signedMm(distanceMm), at.x + 2 * RING_PX, at.y - gc.textExtent("0").y / 2, ink());
            }
        }
    }

    private void ring(GC gc, Point at, Color colour) {
        gc.setLineWidth(4);
        gc.setForeground(shade());
        gc.drawOval(at.x - RING_PX, at.y - RING_PX, 2 * RING_PX, 2 * RING_PX);
        gc.setLineWidth(2);
        gc.setForeground(colour);
        gc.drawOval(at.x - RING_PX, at.y - RING_PX, 2 * RING_PX, 2 * RING_PX);
        gc.setLineWidth(1);
    }

    private void paintMeasured(GC gc, SceneDrawing.Drawn drawn, SceneState now, Rectangle box) {
        List<Vector3> ends = now.measured();
        List<Point> places = ends.stream().flatMap(each -> place(drawn, each, box).stream()).toList();
        if (ends.size() == 2 && places.size() == 2) {
            Point from = places.get(0);
            Point to = places.get(1);
            gc.setForeground(shade());
            gc.setLineWidth(4);
            gc.drawLine(from.x, from.y, to.x, to.y);
            gc.setForeground(color(MEASURE));
            gc.setLineWidth(2);
            gc.drawLine(from.x, from.y, to.x, to.y);
            String words = String.format(Locale.ROOT, "%.1f mm", ends.get(1).minus(ends.get(0)).length());
            gc.setFont(bold(gc));
            Point size = gc.textExtent(words);
            text(gc, words, (from.x + to.x) / 2 + RING_PX, (from.y + to.y) / 2 - size.y, color(isDark ? MEASURE
                    : ON_LIGHT));
            gc.setFont(null);
        }
        places.forEach(each -> ring(gc, each, color(MEASURE)));
    }

    private static boolean isColoured(List<PanePlan> plans, SceneState state) {
        return plans.stream().flatMap(plan -> plan.surfaces().stream())
                .anyMatch(each -> SceneItems.colouring(each, state).isPresent());
    }

    /** The colours of the distances with their ends in millimetres, in the strip right of the picture. */
    private void paintScale(GC gc, SceneState state, int width, int height) {
        int range = state.settings().distances().rangeMm();
        int line = gc.textExtent("0").y;
        int high = Math.max(1, Math.min(SCALE_HEIGHT_PX, height - 6 * line));
        int x = width + MARGIN_PX / 2;
        int y = (height - high) / 2;
        Colouring colouring = new Colouring(new float[0], -range, range, ColourMap.BLUE_RED, "", "mm");
        gc.setAntialias(SWT.OFF);
        for (int row = 0; row < high; row++) {
            float value = (float) (range - 2.0 * range * row / Math.max(1, high - 1));
            int rgb = colouring.map().at(colouring.place(value));
            gc.setForeground(color(Theme.rgb(rgb)));
            gc.drawLine(x, y + row, x + SCALE_WIDTH_PX - 1, y + row);
        }
        gc.setForeground(dim());
        gc.drawRectangle(x - 1, y - 1, SCALE_WIDTH_PX + 1, high + 1);
        for (int tick = 0; tick <= SCALE_TICKS; tick++) {
            int at = y + (int) Math.round((high - 1) * tick / (double) SCALE_TICKS);
            gc.setForeground(dim());
            gc.drawLine(x + SCALE_WIDTH_PX + 1, at, x + SCALE_WIDTH_PX + TICK_PX, at);
            text(gc, tickText(range - 2.0 * range * tick / SCALE_TICKS), x + SCALE_WIDTH_PX + TICK_PX + 3, at - line / 2,
                    ink());
        }
        gc.setAntialias(SWT.ON);
        text(gc, "mm", x, y - line - line / 2, ink());
        text(gc, "outside", x, y - 2 * line - line / 2, dim());
        text(gc, "inside", x, y + high + line / 2 + 2, dim());
    }

    private static String tickText(double value) {
        return value == 0 ? "0" : value == Math.rint(value) ? String.format(Locale.ROOT, "%+.0f", value)
                : String.format(Locale.ROOT, "%+.1f", value);
    }

    private void paintHint(GC gc, SceneState now, int width, int height) {
        if (now.isMeasuring()) {
            String words = now.measured().size() == 1 ? "Click the second point. Esc ends."
                    : "Click two points to measure between them. Esc ends.";
            Point size = gc.textExtent(words);
            text(gc, words, (width - size.x) / 2, height - MARGIN_PX - size.y, color(isDark ? MEASURE : ON_LIGHT));
        }
    }

    /** A text on a thin edge of the ground's colour, so that it can be read on everything. */
    private void text(GC gc, String words, int x, int y, Color colour) {
        gc.setForeground(shade());
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                gc.drawText(words, x + dx, y + dy, true);
            }
        }
        gc.setForeground(colour);
        gc.drawText(words, x, y, true);
    }

    private Color ink() {
        return color(isDark ? ON_DARK : ON_LIGHT);
    }

    private Color dim() {
        return color(isDark ? DIM_ON_DARK : DIM_ON_LIGHT);
    }

    private Color shade() {
        return color(Theme.rgb(isDark ? SceneItems.DARK : SceneItems.LIGHT));
    }

    /** What the picture stands on. */
    static RGB ground(SceneState state) {
        return Theme.rgb(state.settings().isDark() ? SceneItems.DARK : SceneItems.LIGHT);
    }

    private Font bold(GC gc) {
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD));
    }

    private Color color(RGB rgb) {
        return resources.create(ColorDescriptor.createFrom(rgb));
    }
}
