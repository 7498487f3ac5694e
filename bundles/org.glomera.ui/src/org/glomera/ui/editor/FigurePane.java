package org.glomera.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.glomera.chart.Chart;
import org.glomera.chart.Charts;
import org.glomera.chart.Drawing;
import org.glomera.chart.Hit;
import org.glomera.chart.Scheme;
import org.glomera.ui.Theme;
import org.glomera.ui.preferences.Setting;
import org.glomera.ui.preferences.Settings;

/**
 * Shows a chart as large as its place. The chart is drawn in a job; until then the last picture stays. Under the
 * pointer it says what a point stands for, and a click on a point with a key, which is a case's id, tells whoever
 * listens. Only on the UI thread.
 */
public final class FigurePane extends Canvas {

    private static final int SMALLEST_PX = 100;
    private static final long AFTER_RESIZE_MS = 150;
    private static final int LABEL_INSET_PX = 6;
    private static final int POINTER_PX = 14;
    private static final int RING_PX = 4;

    /** What is asked to be drawn. */
    private record Order(Chart chart, int width, int height, int scale, Set<String> highlighted, Scheme scheme) {
    }

    private final List<Consumer<String>> choosers = new ArrayList<>();
    private Chart chart;
    private Set<String> highlighted = Set.of();
    private Order ordered;
    private Order shown;
    private Drawing drawing;
    private Image picture;
    private Hit pointed;
    private Point pointer = new Point(0, 0);
    private Job job;

    /** Makes an empty pane. */
    public FigurePane(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        Theme.keepColours(this);
        setBackground(Theme.isDark(getDisplay()) ? Theme.ground(getDisplay())
                : getDisplay().getSystemColor(SWT.COLOR_WHITE));
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> startDrawing(AFTER_RESIZE_MS));
        addListener(SWT.MouseMove, event -> point(event.x, event.y));
        addListener(SWT.MouseExit, event -> point(-SMALLEST_PX, -SMALLEST_PX));
        addListener(SWT.MouseDown, this::click);
        Settings.Listener colours = this::settingChanged;
        Settings.ofWorkbench().addListener(colours);
        addListener(SWT.Dispose, event -> {
            Settings.ofWorkbench().removeListener(colours);
            release();
        });
    }

    /** Sets what is shown. */
    public void setChart(Chart newChart) {
        chart = newChart;
        startDrawing(0);
    }

    /** What is shown; null before the first chart. */
    public Chart chart() {
        return chart;
    }

    /** Sets the keys of the points that are emphasised. */
    public void setHighlighted(Set<String> keys) {
        highlighted = Set.copyOf(keys);
        startDrawing(0);
    }

    /** Adds someone who is told the key of a point that was clicked on; the empty key for a click beside them. */
    public void addChooser(Consumer<String> chooser) {
        choosers.add(chooser);
    }

    private void settingChanged(Setting setting) {
        if (Settings.isColour(setting)) {
            getDisplay().asyncExec(() -> {
                if (!isDisposed()) {
                    startDrawing(0);
                }
            });
        }
    }

    private void startDrawing(long delayMs) {
        Rectangle area = getClientArea();
        if (chart == null || area.width < SMALLEST_PX || area.height < SMALLEST_PX) {
            return;
        }
        Order order = new Order(chart, area.width, area.height, getMonitor().getZoom() > 100 ? 2 : 1, highlighted,
                Theme.figures(getDisplay()));
        if (order.equals(ordered)) {
            return;
        }
        ordered = order;
        if (job != null) {
            job.cancel();
        }
        Display display = getDisplay();
        job = Job.createSystem("Drawing a chart", (ICoreRunnable) monitor -> {
            Drawing drawn = Charts.draw(order.chart(), order.width(), order.height(), order.scale(),
                    order.highlighted(), order.scheme());
            ImageData data = data(drawn);
            if (!monitor.isCanceled() && !display.isDisposed()) {
                display.asyncExec(() -> show(order, drawn, data));
            }
        });
        job.setPriority(Job.SHORT);
        job.schedule(delayMs);
    }

    private static ImageData data(Drawing drawn) {
        ImageData data = new ImageData(drawn.widthPx(), drawn.heightPx(), 24,
                new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
        int[] row = new int[drawn.widthPx()];
        for (int y = 0; y < drawn.heightPx(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = drawn.argb()[y * row.length + x] & 0xffffff;
            }
            data.setPixels(0, y, row.length, row, 0);
        }
        return data;
    }

    private void show(Order order, Drawing drawn, ImageData data) {
        if (!isDisposed() && order.equals(ordered)) {
            release();
            drawing = drawn;
            shown = order;
            ImageDataProvider atZoom = zoom -> zoom == 100 * order.scale() ? data
                    : zoom == 100 ? data.scaledTo(order.width(), order.height()) : null;
            picture = new Image(getDisplay(), atZoom);
            pointed = drawing.nearest(pointer.x, pointer.y).orElse(null);
            redraw();
        }
    }

    private void paint(Event event) {
        if (picture != null) {
            event.gc.drawImage(picture, 0, 0);
            if (pointed != null) {
                paintPointed(event.gc);
            }
        }
    }

    private void paintPointed(GC gc) {
        gc.setAntialias(SWT.ON);
        gc.setForeground(Theme.ink(getDisplay()));
        int radius = (int) Math.ceil(pointed.radius()) + RING_PX;
        gc.drawOval((int) Math.round(pointed.x()) - radius, (int) Math.round(pointed.y()) - radius, 2 * radius,
                2 * radius);
        String told = pointed.key().isEmpty() ? pointed.text() : "Case " + pointed.text();
        Point size = gc.textExtent(told);
        Rectangle area = getClientArea();
        int width = size.x + 2 * LABEL_INSET_PX;
        int height = size.y + 2 * LABEL_INSET_PX;
        int right = pointer.x + POINTER_PX;
        int x = right + width < area.width ? right : Math.max(0, pointer.x - POINTER_PX - width);
        int y = Math.max(0, Math.min(pointer.y + POINTER_PX, area.height - height - 1));
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_INFO_BACKGROUND));
        gc.fillRoundRectangle(x, y, width, height, LABEL_INSET_PX, LABEL_INSET_PX);
        gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_GRAY));
        gc.drawRoundRectangle(x, y, width, height, LABEL_INSET_PX, LABEL_INSET_PX);
        gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_INFO_FOREGROUND));
        gc.drawText(told, x + LABEL_INSET_PX, y + LABEL_INSET_PX, true);
    }

    private void point(int x, int y) {
        pointer = new Point(x, y);
        Hit hit = drawing == null ? null : drawing.nearest(x, y).orElse(null);
        if (hit != null || pointed != null) {
            boolean selects = hit != null && !hit.key().isEmpty() && !choosers.isEmpty();
            setCursor(selects ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            pointed = hit;
            redraw();
        }
    }

    private void click(Event event) {
        if (event.button == 1 && drawing != null) {
            setFocus();
            String key = drawing.nearest(event.x, event.y).map(Hit::key).orElse("");
            choosers.forEach(each -> each.accept(key));
        }
    }

    private void release() {
        if (picture != null) {
            picture.dispose();
            picture = null;
        }
    }

    /** What is shown now, which may be older than {@link #chart()}; empty before the first picture. */
    public Optional<Drawing> drawing() {
        return Optional.ofNullable(picture == null ? null : drawing);
    }

    /** Whether the picture is that of the chart and of the emphasised points that were last set. */
    public boolean isUpToDate() {
        return picture != null && shown == ordered && shown.chart() == chart
                && shown.highlighted().equals(highlighted);
    }
}
