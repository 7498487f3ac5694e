package org.glomera.ui.editor;

import java.io.ByteArrayInputStream;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.glomera.chart.Chart;
import org.glomera.chart.Charts;

/** Shows a chart as large as its place. The chart is drawn in a job; until then the last picture stays. */
public final class ChartPane extends Canvas {

    private static final int SMALLEST_PX = 100;
    private static final int SCALE = 2;
    private static final long AFTER_RESIZE_MS = 150;

    private Chart chart;
    private Image picture;
    private Job drawing;

    /** Makes an empty pane. */
    public ChartPane(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_WHITE));
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> startDrawing(AFTER_RESIZE_MS));
        addListener(SWT.Dispose, event -> release());
    }

    /** Sets what is shown. */
    public void setChart(Chart newChart) {
        chart = newChart;
        startDrawing(0);
    }

    private void startDrawing(long delayMs) {
        if (drawing != null) {
            drawing.cancel();
        }
        Rectangle area = getClientArea();
        Chart toDraw = chart;
        if (toDraw == null || area.width < SMALLEST_PX || area.height < SMALLEST_PX) {
            return;
        }
        Display display = getDisplay();
        drawing = Job.createSystem("Drawing a chart", (ICoreRunnable) monitor -> {
            byte[] png = Charts.png(toDraw, area.width, area.height, SCALE);
            ImageData large = new ImageData(new ByteArrayInputStream(png));
            ImageData normal = new ImageData(new ByteArrayInputStream(Charts.png(toDraw, area.width, area.height, 1)));
            if (!monitor.isCanceled() && !display.isDisposed()) {
                display.asyncExec(() -> show(zoom -> zoom == 100 ? normal : zoom == 200 ? large : null));
            }
        });
        drawing.schedule(delayMs);
    }

    private void show(ImageDataProvider data) {
        if (!isDisposed()) {
            release();
            picture = new Image(getDisplay(), data);
            redraw();
        }
    }

    private void paint(Event event) {
        if (picture != null) {
            event.gc.drawImage(picture, 0, 0);
        }
    }

    private void release() {
        if (picture != null) {
            picture.dispose();
            picture = null;
        }
    }

    /** Whether a picture of the chart is shown. */
    public boolean hasPicture() {
        return picture != null;
    }
}
