package org.glomera.ui.viewer;

import java.util.Locale;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.ScaleBar;

/**
 * Lays over a picture of a plane: the cross-hair with the colours of the planes it is cut by, the letters of the
 * patient's sides, the plane's name and position, the scale bar, and the line of the curtain.
 */
final class PaneOverlay {

    private static final int MARGIN_PX = 8;
    private static final int GAP_PX = 10;
    private static final int BAR_PX = 140;
    private static final int TICK_PX = 4;
    private static final int HANDLE_PX = 12;
    /** A length is shown on its own slice and where the eye takes another for it. */
    private static final double SAME_SLICE_MM = 1;

    private final Control control;
    private final ViewerModel model;
    private final SpectMove move;
    private final Plane plane;
    private final Color ink;
    private final Color shade;
    private final Color line;
    private final Color focus;
    private final LocalResourceManager resources;

    PaneOverlay(Control control, ViewerModel model, SpectMove move, Plane plane) {
        this.control = control;
        this.model = model;
        this.move = move;
        this.plane = plane;
        resources = new LocalResourceManager(JFaceResources.getResources(), control);
        ink = resources.create(ColorDescriptor.createFrom(new RGB(235, 235, 235)));
        shade = resources.create(ColorDescriptor.createFrom(new RGB(0, 0, 0)));
        line = resources.create(ColorDescriptor.createFrom(new RGB(255, 255, 255)));
        focus = resources.create(ColorDescriptor.createFrom(new RGB(88, 166, 255)));
    }

    /** The colour that stands for a plane, in its title and in the lines where it cuts the others. */
    private Color colour(Plane of) {
        return resources.create(ColorDescriptor.createFrom(switch (of) {
            case AXIAL -> new RGB(255, 120, 120);
            case CORONAL -> new RGB(120, 220, 120);
            case SAGITTAL -> new RGB(120, 180, 255);
        }));
    }

    /** Paints over a picture. */
    void paint(GC gc, PlaneView view) {
        gc.setAntialias(SWT.OFF);
        if (model.show() == Show.CURTAIN) {
            paintCurtain(gc, view);
        }
        if (model.crossShown()) {
            paintCross(gc, view);
        }
        if (move.on()) {
            MoveOverlay.paint(gc, view, model, focus, shade);
        }
        paintDistances(gc, view);
        paintLetters(gc, view);
        paintTitle(gc);
        paintScaleBar(gc, view);
        if (control.isFocusControl()) {
            gc.setForeground(focus);
            gc.drawRectangle(0, 0, view.widthPx() - 1, view.heightPx() - 1);
        }
    }

    private void paintCurtain(GC gc, PlaneView view) {
        int x = model.curtain(view).firstUpperPx(view.widthPx());
        gc.setForeground(line);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.drawLine(x, 0, x, view.heightPx());
        int middle = view.heightPx() / 2;
        gc.setBackground(line);
        gc.setAntialias(SWT.ON);
        gc.fillOval(x - HANDLE_PX / 2, middle - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX);
        gc.setAntialias(SWT.OFF);
        Point size = gc.textExtent("CT");
        PictureText.draw(gc, "CT", x - HANDLE_PX - size.x, middle - size.y / 2, ink);
        PictureText.draw(gc, "SPECT", x + HANDLE_PX, middle - size.y / 2, ink);
    }

    private void paintCross(GC gc, PlaneView view) {
        Vector3 cross = model.crossMm();
        int x = (int) Math.floor(view.xPx(cross));
        int y = (int) Math.floor(view.yPx(cross));
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.setAlpha(170);
        gc.setForeground(colour(plane == Plane.SAGITTAL ? Plane.CORONAL : Plane.SAGITTAL));
        gc.drawLine(x, 0, x, y - GAP_PX);
        gc.drawLine(x, y + GAP_PX, x, view.heightPx());
        gc.setForeground(colour(plane == Plane.AXIAL ? Plane.CORONAL : Plane.AXIAL));
        gc.drawLine(0, y, x - GAP_PX, y);
        gc.drawLine(x + GAP_PX, y, view.widthPx(), y);
        gc.setAlpha(255);
    }

    /** The lengths that were measured on this slice. */
    private void paintDistances(GC gc, PlaneView view) {
        gc.setAntialias(SWT.ON);
        for (Distance each : model.distances()) {
            boolean isHere = each.plane() == plane && Math.abs(plane.depthMm(each.fromMm())
                    - plane.depthMm(view.centreMm())) < SAME_SLICE_MM;
            if (isHere) {
                paintDistance(gc, each, (int) Math.floor(view.xPx(each.fromMm())),
                        (int) Math.floor(view.yPx(each.fromMm())), (int) Math.floor(view.xPx(each.toMm())),
                        (int) Math.floor(view.yPx(each.toMm())));
            }
        }
        gc.setAntialias(SWT.OFF);
    }

    private void paintDistance(GC gc, Distance distance, int x0, int y0, int x1, int y1) {
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setForeground(shade);
        gc.setLineWidth(3);
        gc.drawLine(x0, y0, x1, y1);
        gc.setForeground(line);
        gc.setLineWidth(1);
        gc.drawLine(x0, y0, x1, y1);
        gc.setBackground(line);
        gc.fillOval(x0 - TICK_PX / 2, y0 - TICK_PX / 2, TICK_PX, TICK_PX);
        gc.fillOval(x1 - TICK_PX / 2, y1 - TICK_PX / 2, TICK_PX, TICK_PX);
        String text = String.format(Locale.ROOT, "%.1f\u00a0mm", distance.lengthMm());
        Point size = gc.textExtent(text);
        PictureText.draw(gc, text, x1 >= x0 ? x1 + GAP_PX : x1 - GAP_PX - size.x, y1 - size.y / 2, ink);
    }

    private void paintLetters(GC gc, PlaneView view) {
        int width = view.widthPx();
        int height = view.heightPx();
        Point size = gc.textExtent("W");
        PictureText.draw(gc, plane.leftLetter(), MARGIN_PX, (height - size.y) / 2, ink);
        PictureText.draw(gc, plane.rightLetter(), width - MARGIN_PX - size.x, (height - size.y) / 2, ink);
        PictureText.draw(gc, plane.topLetter(), (width - size.x) / 2, MARGIN_PX / 2, ink);
        PictureText.draw(gc, plane.bottomLetter(), (width - size.x) / 2, height - size.y - MARGIN_PX / 2, ink);
    }

    private void paintTitle(GC gc) {
        PictureText.draw(gc, plane.title(), MARGIN_PX, MARGIN_PX / 2, colour(plane));
        PictureText.draw(gc, position(), MARGIN_PX, MARGIN_PX / 2 + gc.textExtent(plane.title()).y, ink);
    }

    /** Where the slice lies: the patient's coordinate across it. */
    private String position() {
        String axis = switch (plane) {
            case AXIAL -> "z";
            case CORONAL -> "y";
            case SAGITTAL -> "x";
        };
        return String.format(Locale.ROOT, "%s %.1f mm", axis, plane.depthMm(model.crossMm()));
    }

    private void paintScaleBar(GC gc, PlaneView view) {
        ScaleBar bar = ScaleBar.of(view, Math.min(BAR_PX, view.widthPx() / 3.0));
        int length = (int) Math.round(bar.lengthPx());
        int y = view.heightPx() - MARGIN_PX;
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setForeground(shade);
        gc.setLineWidth(3);
        gc.drawLine(MARGIN_PX, y, MARGIN_PX + length, y);
        gc.setLineWidth(1);
        gc.setForeground(ink);
        gc.drawLine(MARGIN_PX, y, MARGIN_PX + length, y);
        gc.drawLine(MARGIN_PX, y - TICK_PX, MARGIN_PX, y);
        gc.drawLine(MARGIN_PX + length, y - TICK_PX, MARGIN_PX + length, y);
        String text = bar.lengthMm() >= 1 ? String.format(Locale.ROOT, "%.0f mm", bar.lengthMm())
                : bar.lengthMm() + " mm";
        PictureText.draw(gc, text, MARGIN_PX + 3, y - TICK_PX - gc.textExtent(text).y, ink);
    }
}
