package org.glomera.ui.comparison;

import java.util.Set;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.glomera.chart.Chart;
import org.glomera.chart.Charts;
import org.glomera.chart.Drawing;
import org.glomera.comparison.page.Block;
import org.glomera.comparison.page.FigureBlock;
import org.glomera.pipeline.exporting.FigureFormat;
import org.glomera.ui.editor.FigurePane;

/** A figure of a page: a click on a point selects its case; the context menu saves and copies the picture. */
final class FigureView implements BlockView {

    private static final int COPY_SCALE = 2;
    private static final int LOWEST_PX = 220;

    private final Host host;
    private final Composite frame;
    private final Label title;
    private final Label caption;
    private final FigurePane pane;
    private final GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
    private FigureBlock block;

    /** Makes the view of a figure. */
    FigureView(Composite parent, Host host, FigureBlock block) {
        this.host = host;
        this.block = block;
        frame = new Composite(parent, SWT.NONE);
        frame.setBackground(host.look().back());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 3;
        frame.setLayout(layout);
        title = label(SWT.WRAP);
        title.setFont(host.look().font(0, SWT.BOLD));
        title.setForeground(host.look().ink());
        pane = new FigurePane(frame);
        pane.setLayoutData(place);
        pane.addChooser(host::choose);
        caption = label(SWT.WRAP);
        caption.setForeground(host.look().dim());
        createMenu();
        show(block);
    }

    private Label label(int style) {
        Label label = new Label(frame, style);
        label.setBackground(host.look().back());
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return label;
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(Actions.of("Copy Picture", "", "", this::copyPicture));
        menu.add(Actions.of("Save as PNG\u2026", "", "", this::savePng));
        menu.add(Actions.of("Save as SVG\u2026", "", "", this::saveSvg));
        pane.setMenu(menu.createContextMenu(pane));
        pane.addListener(SWT.Dispose, event -> menu.dispose());
    }

    private void savePng() {
        FigureBlock saved = block;
        host.save(saved.id() + ".png", () -> FigureFormat.PNG.bytes(saved));
    }

    private void saveSvg() {
        FigureBlock saved = block;
        host.save(saved.id() + ".svg", () -> FigureFormat.SVG.bytes(saved));
    }

    /** Copies the picture in twice the resolution of the layout. */
    void copyPicture() {
        Chart chart = block.chart();
        Drawing drawing = Charts.draw(chart, block.width(), block.height(), COPY_SCALE, Set.of());
        ImageData data = new ImageData(drawing.widthPx(), drawing.heightPx(), 24,
                new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
        for (int i = 0; i < drawing.argb().length; i++) {
            data.setPixel(i % drawing.widthPx(), i / drawing.widthPx(), drawing.argb()[i] & 0xffffff);
        }
        Clipboard clipboard = new Clipboard(pane.getDisplay());
        try {
            clipboard.setContents(new Object[] {data}, new Transfer[] {ImageTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    public boolean show(Block newBlock) {
        if (!(newBlock instanceof FigureBlock figure)) {
            return false;
        }
        block = figure;
        title.setText(figure.title().replace("&", "&&"));
        caption.setText(figure.caption().replace("&", "&&"));
        hide(title, figure.title().isEmpty());
        hide(caption, figure.caption().isEmpty());
        if (!figure.chart().equals(pane.chart())) {
            pane.setChart(figure.chart());
        }
        return true;
    }

    private static void hide(Control control, boolean hidden) {
        control.setVisible(!hidden);
        ((GridData) control.getLayoutData()).exclude = hidden;
    }

    @Override
    public void select(String caseId) {
        pane.setHighlighted(caseId.isEmpty() ? Set.of() : Set.of(caseId));
    }

    @Override
    public Point size(int widthPx, int heightPx) {
        int ideal = Math.round((float) widthPx * block.height() / block.width());
        place.heightHint = Math.max(LOWEST_PX, Math.min(ideal, heightPx));
        return new Point(widthPx, frame.computeSize(widthPx, SWT.DEFAULT).y);
    }

    /** How broad it was made to be. */
    int idealWidthPx() {
        return block.width();
    }

    /** The block's id, which stays when its content changes. */
    String id() {
        return block.id();
    }

    @Override
    public Control control() {
        return frame;
    }

    /** Where it is drawn. */
    FigurePane pane() {
        return pane;
    }
}
