package org.glomera.ui.viewer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.registering.SpectOnCt;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.render.slice.Plane;
import org.glomera.ui.preferences.Settings;

/** All that a viewer shows: the bar, the three planes, the panel, the line with what is under the cursor. UI thread. */
public final class ViewerPane extends Composite {

    private static final int MARGIN_PX = 16;

    private final ViewerModel model = new ViewerModel(Settings.ofWorkbench());
    private final SpectMove move = new SpectMove();
    private final MoveJobs jobs;
    private final ExecutorService drawing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "Glomera slices");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Plane, PlanePane> panes = new EnumMap<>(Plane.class);
    private final StackLayout pages = new StackLayout();
    private final Composite messagePage;
    private final Label message;
    private final Link again;
    private final Composite content;
    private final ViewerToolBar toolBar;
    private final Composite banner;
    private final Label bannerText;
    private final Label readOut;
    private ViewerControls controls;
    private SashForm planes;
    private SashForm right;
    private Plane alone;
    private Vector3 pointed;

    /**
     * Makes the widgets; nothing is shown yet.
     *
     * @param save saves the picture
     * @param reload reads the case anew
     * @param input the case that is shown
     * @param applied told when the SPECT was written where it was put
     */
    ViewerPane(Composite parent, Runnable save, Runnable reload, Supplier<SliceInput> input, Runnable applied) {
        super(parent, SWT.NONE);
        jobs = new MoveJobs(move, input, applied);
        setLayout(pages);
        messagePage = new Composite(this, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        messagePage.setLayout(layout);
        message = new Label(messagePage, SWT.WRAP);
        message.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        again = new Link(messagePage, SWT.NONE);
        again.setText("<a>Read the images again</a>");
        again.addListener(SWT.Selection, event -> reload.run());
        content = new Composite(this, SWT.NONE);
        content.setLayout(compact());
        toolBar = new ViewerToolBar(content, model, move, save);
        toolBar.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        banner = new Composite(content, SWT.NONE);
        banner.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout bannerLayout = new GridLayout(2, false);
        bannerLayout.marginHeight = 2;
        banner.setLayout(bannerLayout);
        bannerText = createBannerText();
        createPlanes();
        readOut = new Label(content, SWT.NONE);
        GridData place = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        place.horizontalIndent = MARGIN_PX / 2;
        readOut.setLayoutData(place);
        model.addListener(this::showReadOut);
        move.addListener(() -> {
            if (model.images() != move.images()) {
                model.setMoved(move.images());
            } else {
                panes.values().forEach(PlanePane::redraw);
            }
        });
        Settings.Listener colours = setting -> {
            if (Settings.isColour(setting)) {
                getDisplay().asyncExec(model::recolour);
            }
        };
        Settings.ofWorkbench().addListener(colours);
        addListener(SWT.Dispose, event -> {
            Settings.ofWorkbench().removeListener(colours);
            jobs.stop();
            move.release();
            model.release();
            drawing.shutdownNow();
        });
    }

    private static GridLayout compact() {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        return layout;
    }

    private Label createBannerText() {
        Label icon = new Label(banner, SWT.NONE);
        icon.setImage(JFaceResources.getImage(
                Dialog.DLG_IMG_MESSAGE_INFO));
        icon.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Label text = new Label(banner, SWT.WRAP);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = 200;
        text.setLayoutData(place);
        return text;
    }

    private void createPlanes() {
        SashForm body = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        planes = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
        addPlane(planes, Plane.AXIAL);
        right = new SashForm(planes, SWT.VERTICAL | SWT.SMOOTH);
        addPlane(right, Plane.CORONAL);
        addPlane(right, Plane.SAGITTAL);
        planes.setWeights(58, 42);
        controls = new ViewerControls(body, model, move, jobs);
        int width = controls.control().computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        body.setWeights(72, 28);
        body.addListener(SWT.Resize, event -> {
            int whole = body.getClientArea().width;
            if (whole > 2 * width) {
                body.setWeights(whole - width, width);
            }
        });
    }

    private void addPlane(Composite parent, Plane plane) {
        PlanePane pane = new PlanePane(parent, model, move, plane, drawing, point -> {
            pointed = point;
            showReadOut();
        });
        pane.addListener(SWT.MouseDoubleClick, event -> toggleAlone(plane));
        panes.put(plane, pane);
    }

    /** Shows one plane alone, or all three again. */
    void toggleAlone(Plane plane) {
        alone = alone == plane ? null : plane;
        planes.setMaximizedControl(alone == null ? null : alone == Plane.AXIAL ? panes.get(alone) : right);
        right.setMaximizedControl(alone == null || alone == Plane.AXIAL ? null : panes.get(alone));
    }

    private void showReadOut() {
        String text = model.images().isEmpty() ? ""
                : ReadOut.of(model, pointed == null ? model.crossMm() : pointed);
        if (!readOut.isDisposed() && !readOut.getText().equals(text)) {
            readOut.setText(text);
        }
    }

    /** What is shown, for the editor and for tests. */
    ViewerModel model() {
        return model;
    }

    /** What moves the SPECT. */
    SpectMove move() {
        return move;
    }

    /** What finds where the SPECT belongs and writes where it was put. */
    MoveJobs jobs() {
        return jobs;
    }

    /** The part of the panel that moves the SPECT. */
    MovePanel movePanel() {
        return controls.movePanel();
    }

    /** The bar above the planes. */
    ViewerToolBar toolBar() {
        return toolBar;
    }

    /** The pane of a plane. */
    public PlanePane pane(Plane plane) {
        return panes.get(plane);
    }

    /** What the line below the planes says. */
    String readOut() {
        return readOut.getText();
    }

    /** The sentences of the banner or of the page without images; empty when all is well. */
    String sentences() {
        return pages.topControl == messagePage ? message.getText() : bannerText.getText();
    }

    /**
     * Shows a case.
     *
     * @param where where its SPECT lies; empty when it cannot be moved
     */
    void show(ViewedCase images, Optional<SpectOnCt> where) {
        pointed = null;
        if (images.isEmpty()) {
            showMessage(String.join("\n", images.problems()), true);
            return;
        }
        List<String> problems = images.problems();
        bannerText.setText(String.join("\n", problems));
        banner.setVisible(!problems.isEmpty());
        ((GridData) banner.getLayoutData()).exclude = problems.isEmpty();
        pages.topControl = content;
        model.setImages(images);
        move.setCase(images, where);
        content.layout(true, true);
        layout();
    }

    /** Shows the same case as its files say now; where one looks and what was measured stay. */
    void showAgain(ViewedCase images, Optional<SpectOnCt> where) {
        model.setMoved(images);
        move.setCase(images, where);
    }

    /** Shows a sentence in place of the planes, and drops the images. */
    void showMessage(String sentence, boolean mayTryAgain) {
        model.setImages(ViewedCase.none());
        move.setCase(ViewedCase.none(), Optional.empty());
        message.setText(sentence);
        again.setVisible(mayTryAgain);
        pages.topControl = messagePage;
        messagePage.layout();
        layout();
    }

    @Override
    public boolean setFocus() {
        return pages.topControl == content ? panes.get(alone == null ? Plane.AXIAL : alone).setFocus()
                : messagePage.setFocus();
    }

    /** The planes as they are seen, with cross-hair, letters and scale bar, as one picture. */
    ImageData snapshot() {
        Rectangle area = planes.getClientArea();
        Image image = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
        try {
            GC gc = new GC(image);
            gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
            gc.fillRectangle(0, 0, area.width, area.height);
            for (PlanePane pane : panes.values()) {
                if (pane.isVisible()) {
                    paint(gc, pane);
                }
            }
            gc.dispose();
            return image.getImageData();
        } finally {
            image.dispose();
        }
    }

    private void paint(GC target, PlanePane pane) {
        Point size = pane.getSize();
        Image picture = new Image(getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
        GC gc = new GC(picture);
        gc.setFont(pane.getFont());
        pane.paint(gc, size.x, size.y);
        gc.dispose();
        Point place = getDisplay().map(pane, planes, 0, 0);
        target.drawImage(picture, place.x, place.y);
        picture.dispose();
    }
}
