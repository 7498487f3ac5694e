package org.glomera.ui.run;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SlicePicture;
import org.glomera.ui.Theme;
import org.glomera.ui.viewer.PictureText;
import org.glomera.ui.viewer.SliceImages;

/**
 * Shows the coronal and the axial slice of a preview beside or below each other, as there is room, with the patient's
 * sides, the colours' meaning, or a sentence in their place. UI thread only.
 */
final class PreviewCanvas extends Canvas {

    private static final int GAP_PX = 2;
    private static final int MARGIN_PX = 8;
    private static final int SAMPLE_PX = 18;
    private static final int LINE_PX = 3;
    private static final int SMALLEST_PX = 60;
    /** Room for the colours' meanings below the pictures. */
    private static final int STRIP_PX = 24;
    private static final double WIDE = 1.25;

    /**
     * A colour and what it stands for.
     *
     * @param rgb the colour
     * @param title what it stands for
     */
    record Meaning(int rgb, String title) {
    }

    private final List<Image> images = new ArrayList<>();
    private final LocalResourceManager resources;
    private final Color ink;
    private List<SlicePicture> pictures = List.of();
    private List<Meaning> meanings = List.of();
    private String message = "";

    PreviewCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        resources = new LocalResourceManager(JFaceResources.getResources(), this);
        ink = resources.create(ColorDescriptor.createFrom(new RGB(235, 235, 235)));
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Dispose, event -> release());
    }

    /** Places of the coronal and the axial picture above the line with the colours' meanings, in points. */
    List<Rectangle> places() {
        Rectangle area = getClientArea();
        area.height = Math.max(0, area.height - STRIP_PX);
        if (area.width > WIDE * area.height) {
            int left = (area.width - GAP_PX) / 2;
            return List.of(new Rectangle(0, 0, left, area.height),
                    new Rectangle(left + GAP_PX, 0, area.width - left - GAP_PX, area.height));
        }
        int top = (area.height - GAP_PX) / 2;
        return List.of(new Rectangle(0, 0, area.width, top),
                new Rectangle(0, top + GAP_PX, area.width, area.height - top - GAP_PX));
    }

    /** The sizes of the pictures in the screen's pixels; empty while there is no room for them. */
    List<PreviewDrawing.Size> sizes() {
        double scale = Math.max(1, getMonitor().getZoom() / 100.0);
        List<Rectangle> places = places();
        return places.stream().anyMatch(place -> place.width < SMALLEST_PX || place.height < SMALLEST_PX) ? List.of()
                : places.stream().map(place -> new PreviewDrawing.Size((int) Math.round(place.width * scale),
                        (int) Math.round(place.height * scale))).toList();
    }

    /** Shows pictures, with a sentence below the upper edge unless it is empty. */
    void show(List<SlicePicture> newPictures, List<Meaning> newMeanings, String sentence) {
        release();
        pictures = List.copyOf(newPictures);
        meanings = List.copyOf(newMeanings);
        message = sentence;
        pictures.forEach(picture -> images.add(new Image(getDisplay(), SliceImages.data(picture))));
        redraw();
    }

    /** Shows a sentence in place of pictures. */
    void showMessage(String sentence) {
        show(List.of(), List.of(), sentence);
    }

    /** What is shown: the coronal and the axial picture, or nothing. For tests. */
    List<SlicePicture> pictures() {
        return pictures;
    }

    /** The sentence that is shown; may be empty. */
    String message() {
        return message;
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Rectangle area = getClientArea();
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
        gc.fillRectangle(area);
        List<Rectangle> places = places();
        for (int i = 0; i < images.size(); i++) {
            Rectangle place = places.get(i);
            PlaneView view = pictures.get(i).view();
            gc.setInterpolation(SWT.NONE);
            gc.drawImage(images.get(i), 0, 0, view.widthPx(), view.heightPx(), place.x, place.y, place.width,
                    place.height);
            paintLetters(gc, view.plane(), place);
        }
        if (!images.isEmpty()) {
            paintMeanings(gc, area);
        }
        if (!message.isEmpty()) {
            paintMessage(gc, area);
        }
    }

    private void paintLetters(GC gc, Plane plane, Rectangle place) {
        Point size = gc.textExtent("W");
        int middle = place.y + (place.height - size.y) / 2;
        int centre = place.x + (place.width - size.x) / 2;
        PictureText.draw(gc, plane.title(), place.x + MARGIN_PX, place.y + MARGIN_PX / 2, ink);
        PictureText.draw(gc, plane.leftLetter(), place.x + MARGIN_PX, middle, ink);
        PictureText.draw(gc, plane.rightLetter(), place.x + place.width - MARGIN_PX - size.x, middle, ink);
        PictureText.draw(gc, plane.topLetter(), centre, place.y + MARGIN_PX / 2, ink);
        PictureText.draw(gc, plane.bottomLetter(), centre, place.y + place.height - size.y - MARGIN_PX / 2, ink);
    }

    private void paintMeanings(GC gc, Rectangle area) {
        int line = gc.textExtent("W").y;
        int middle = area.height - STRIP_PX / 2;
        int x = MARGIN_PX;
        for (Meaning meaning : meanings) {
            gc.setForeground(resources.create(ColorDescriptor.createFrom(Theme.rgb(meaning.rgb()))));
            gc.setLineWidth(LINE_PX);
            gc.drawLine(x, middle, x + SAMPLE_PX, middle);
            x += SAMPLE_PX + MARGIN_PX / 2;
            PictureText.draw(gc, meaning.title(), x, middle - line / 2, ink);
            x += gc.textExtent(meaning.title()).x + 2 * MARGIN_PX;
        }
    }

    private void paintMessage(GC gc, Rectangle area) {
        int top = images.isEmpty() ? MARGIN_PX : MARGIN_PX / 2 + gc.textExtent("W").y;
        int room = area.width - 2 * MARGIN_PX;
        for (String line : wrapped(gc, message, room)) {
            PictureText.draw(gc, line, MARGIN_PX, top, ink);
            top += gc.textExtent(line).y;
        }
    }

    private static List<String> wrapped(GC gc, String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() > 0 && gc.textExtent(line + " " + word).x > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void release() {
        images.forEach(Image::dispose);
        images.clear();
    }
}
