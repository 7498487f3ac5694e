package org.glomera.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.glomera.comparison.page.Block;
import org.glomera.comparison.page.FigureBlock;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Paragraph;
import org.glomera.comparison.page.TableBlock;

/** The blocks of a page below each other. What was scrolled, sorted and selected stays when the page changes. */
final class PageView {

    private static final int LINE_PX = 24;

    private final Host host;
    private final ScrolledComposite scrolled;
    private final Composite body;
    private final List<BlockView> blocks = new ArrayList<>();
    private Page page;
    private String selected = "";
    private String filter = "";

    /** Makes an empty page that says that it is being made. */
    PageView(Composite parent, Host host) {
        this.host = host;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setBackground(host.look().back());
        scrolled.getVerticalBar().setIncrement(LINE_PX);
        body = new Composite(scrolled, SWT.NONE);
        body.setBackground(host.look().back());
        scrolled.setContent(body);
        Label waiting = new Label(body, SWT.NONE);
        waiting.setText("Calculating\u2026");
        waiting.setForeground(host.look().dim());
        waiting.setBackground(host.look().back());
        waiting.setBounds(PageLayout.MARGIN_PX, PageLayout.MARGIN_PX, 300, LINE_PX);
        scrolled.addListener(SWT.Resize, event -> arrange());
    }

    /** Shows a page, in place of the earlier state of the same page. */
    void show(Page newPage) {
        if (newPage.equals(page)) {
            return;
        }
        Point origin = scrolled.getOrigin();
        page = newPage;
        body.setRedraw(false);
        if (!showInPlace(newPage.blocks())) {
            rebuild(newPage.blocks());
        }
        arrange();
        scrolled.setOrigin(origin);
        body.setRedraw(true);
    }

    private boolean showInPlace(List<Block> now) {
        if (blocks.isEmpty() || blocks.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!blocks.get(i).show(now.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Makes the views anew, but keeps those of tables and figures that are on the page still. */
    private void rebuild(List<Block> now) {
        List<BlockView> before = new ArrayList<>(blocks);
        blocks.clear();
        for (Block block : now) {
            BlockView view = before.stream().filter(each -> isSame(each, block)).findFirst()
                    .filter(each -> each.show(block)).orElse(null);
            before.remove(view);
            blocks.add(view == null ? create(block) : view);
        }
        List<Control> kept = blocks.stream().map(BlockView::control).toList();
        for (Control old : body.getChildren()) {
            if (!kept.contains(old)) {
                old.dispose();
            }
        }
        for (Control control : kept) {
            control.moveBelow(null);
        }
    }

    private static boolean isSame(BlockView view, Block block) {
        if (block instanceof TableBlock table) {
            return view instanceof TableView other && other.id().equals(table.id());
        }
        return block instanceof FigureBlock figure && view instanceof FigureView other
                && other.id().equals(figure.id());
    }

    private BlockView create(Block block) {
        BlockView view;
        if (block instanceof TableBlock table) {
            TableView made = new TableView(body, host, table);
            made.filter(filter);
            view = made;
        } else if (block instanceof FigureBlock figure) {
            view = new FigureView(body, host, figure);
        } else {
            view = new ParagraphView(body, host.look(), (Paragraph) block);
        }
        view.select(selected);
        return view;
    }

    private void arrange() {
        if (blocks.isEmpty()) {
            body.setSize(scrolled.getClientArea().width, scrolled.getClientArea().height);
            return;
        }
        int bar = Math.max(scrolled.getVerticalBar().getSize().x, LINE_PX / 2);
        int width = scrolled.getSize().x - bar;
        int seen = scrolled.getSize().y;
        int height = PageLayout.arrange(blocks, width, seen);
        body.setSize(width, height);
        scrolled.getVerticalBar().setPageIncrement(seen);
    }

    /** Emphasises a case in all tables and figures; empty for none. */
    void select(String caseId) {
        if (!caseId.equals(selected)) {
            selected = caseId;
            blocks.forEach(block -> block.select(caseId));
            reveal();
        }
    }

    /** Brings a row of the selected case into sight, unless one is; what a click in a figure selects moves nothing. */
    private void reveal() {
        List<Rectangle> rows = tables().stream().flatMap(table -> table.rowOf(selected, body).stream()).toList();
        int top = scrolled.getOrigin().y;
        int height = scrolled.getClientArea().height;
        boolean isSeen = rows.stream().anyMatch(row -> row.y >= top && row.y + row.height <= top + height);
        if (!rows.isEmpty() && !isSeen && figures().isEmpty()) {
            scrolled.setOrigin(0, Math.max(0, rows.get(0).y - height / 2));
        }
    }

    /** Shows only rows that hold some words. */
    void filter(String words) {
        filter = words;
        tables().forEach(table -> table.filter(words));
    }

    /** The views of the tables, from top to bottom. */
    List<TableView> tables() {
        return blocks.stream().filter(TableView.class::isInstance).map(TableView.class::cast).toList();
    }

    /** The views of the figures, from top to bottom. */
    List<FigureView> figures() {
        return blocks.stream().filter(FigureView.class::isInstance).map(FigureView.class::cast).toList();
    }

    /** What is shown; empty as long as it is being made. */
    Optional<Page> page() {
        return Optional.ofNullable(page);
    }

    /** The widget. */
    Control control() {
        return scrolled;
    }
}
