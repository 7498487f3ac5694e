package org.glomera.ui.comparison;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.ToolBar;
import org.glomera.comparison.page.Block;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableRow;
import org.glomera.ui.Commands;

/**
 * A table of a page. Rows are made when they are scrolled into sight, so a table of many thousands is as quick as one
 * of ten. A click on a heading sorts; a click on a row selects its case, a double click opens its images.
 */
final class TableView implements BlockView {

    private static final int FEW_ROWS = 18;
    private static final int CAPTION_PX = 720;
    private static final int TOOLS_PX = 90;
    private static final int TRIED_PX = 100;
    /** GTK complains about scroll bars in a table without a size. */
    private static final int FIRST_PX = 400;

    private final Host host;
    private final Composite frame;
    private final Label title;
    private final Label caption;
    private final Table table;
    private final GroupBand groups;
    private final TableCells cells;
    private final GridData place = new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false, 2, 1);
    private TableContent content;
    private String filter = "";
    private int[] natural = {};
    private int widthPx;
    private int placePx;

    /** Makes the view of a table. */
    TableView(Composite parent, Host host, TableBlock block) {
        this.host = host;
        frame = new Composite(parent, SWT.NONE);
        frame.setBackground(host.look().back());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 3;
        layout.horizontalSpacing = 14;
        frame.setLayout(layout);
        title = label(SWT.NONE, host.look().font(0, SWT.BOLD), 1);
        createTools();
        groups = new GroupBand(frame, host);
        groups.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        table = new Table(frame, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setLayoutData(place);
        table.setSize(FIRST_PX, FIRST_PX);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        caption = label(SWT.WRAP, null, 2);
        caption.setForeground(host.look().dim());
        groups.follow(table);
        cells = new TableCells(table, host);
        table.addListener(SWT.SetData, event -> cells.fill(event, content.rows().get(event.index)));
        table.addListener(SWT.Selection, this::rowClicked);
        table.addListener(SWT.DefaultSelection, this::rowDoubleClicked);
        table.addListener(SWT.FocusIn, event -> host.focused(this, true));
        table.addListener(SWT.FocusOut, event -> host.focused(this, false));
        createMenu();
        createColumns(block);
        fill(block, Sorting.NONE);
    }

    private Label label(int style, Font font, int columns) {
        Label label = new Label(frame, style);
        label.setBackground(host.look().back());
        label.setForeground(host.look().ink());
        if (font != null) {
            label.setFont(font);
        }
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, columns > 1, false, columns, 1));
        return label;
    }

    private void createTools() {
        ToolBarManager tools = new ToolBarManager(SWT.FLAT);
        tools.add(Actions.of("Copy", "Copy the table with its headings", "copy_table", this::copyTable));
        tools.add(Actions.of("Export", "Export the table as CSV, in whole precision", "export_csv", this::export));
        ToolBar bar = tools.createControl(frame);
        bar.setBackground(host.look().back());
        bar.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, true, false));
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        Action images = Actions.of("Open Images", "", "image", () -> host.run(Commands.OPEN_IMAGES));
        Action scene = Actions.of("Show in 3D", "", "scene", () -> host.run(Commands.SHOW_IN_SCENE));
        Action rows = Actions.of("Copy Rows\tCtrl+C", "", "", this::copyRows);
        menu.add(images);
        menu.add(scene);
        menu.add(new Separator());
        menu.add(new ActionContributionItem(rows));
        menu.add(Actions.of("Copy Table", "", "copy_table", this::copyTable));
        menu.add(Actions.of("Export CSV\u2026", "", "export_csv", this::export));
        menu.addMenuListener(manager -> {
            rows.setEnabled(table.getSelectionCount() > 0);
            images.setEnabled(isCaseSelected());
            scene.setEnabled(isCaseSelected());
        });
        table.setMenu(menu.createContextMenu(table));
        table.addListener(SWT.Dispose, event -> menu.dispose());
    }

    private void createColumns(TableBlock block) {
        for (TableColumn old : table.getColumns()) {
            old.dispose();
        }
        for (int i = 0; i < block.columns().size(); i++) {
            int place = i;
            boolean number = block.columns().get(i).kind() == org.glomera.comparison.page.TableColumn.Kind.NUMBER;
            TableColumn column = new TableColumn(table, number ? SWT.RIGHT : SWT.LEFT);
            column.addListener(SWT.Selection, event -> sort(content.sorting().clicked(place)));
        }
        natural = cells.naturalWidths(block);
        widthPx = IntStream.of(natural).sum();
        placePx = 0;
        setWidths(natural);
        hide(groups, !groups.show(block));
    }

    private void setWidths(int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            table.getColumn(i).setWidth(widths[i]);
        }
    }

    /** Fits the columns into another place; widths that were dragged in the same place stay. */
    private void fitInto(int width) {
        if (width != placePx) {
            placePx = width;
            List<org.glomera.comparison.page.TableColumn> columns = content.block().columns();
            boolean[] isWords = new boolean[columns.size()];
            for (int i = 0; i < isWords.length; i++) {
                isWords[i] = columns.get(i).kind() == org.glomera.comparison.page.TableColumn.Kind.TEXT;
            }
            int[] widths = TableCells.squeezed(natural, isWords, width);
            widthPx = IntStream.of(widths).sum();
            setWidths(widths);
        }
    }

    @Override
    public boolean show(Block block) {
        if (!(block instanceof TableBlock newBlock)) {
            return false;
        }
        if (newBlock.equals(content.block())) {
            return true;
        }
        Sorting sorting = content.sorting();
        if (!newBlock.columns().equals(content.block().columns())) {
            sorting = sameColumn(sorting, newBlock);
            createColumns(newBlock);
        }
        fill(newBlock, sorting);
        return true;
    }

    /** The sorting by the column of the same heading. */
    private Sorting sameColumn(Sorting sorting, TableBlock newBlock) {
        int place = sorting.column() < 0 ? -1
                : newBlock.columns().indexOf(content.block().columns().get(sorting.column()));
        return place < 0 ? Sorting.NONE : new Sorting(place, sorting.ascending());
    }

    /** Sorts the table. */
    void sort(Sorting sorting) {
        fill(content.block(), sorting);
        if (content.sorting().column() >= 0) {
            cells.widenForArrow(content.sorting().column());
        }
    }

    /** Shows only rows that hold some words. */
    void filter(String words) {
        if (!filter.equals(words)) {
            filter = words;
            fill(content.block(), content.sorting());
        }
    }

    private void fill(TableBlock block, Sorting sorting) {
        List<TableRow> selected = content == null ? List.of()
                : IntStream.of(table.getSelectionIndices()).mapToObj(content.rows()::get).toList();
        int top = table.getTopIndex();
        content = TableContent.of(block, sorting, filter);
        table.setRedraw(false);
        table.removeAll();
        table.setItemCount(content.rows().size());
        table.select(content.placesOf(selected));
        table.setTopIndex(Math.min(top, Math.max(0, content.rows().size() - 1)));
        table.setSortColumn(content.sorting().column() < 0 ? null : table.getColumn(content.sorting().column()));
        table.setSortDirection(content.sorting().column() < 0 ? SWT.NONE
                : content.sorting().ascending() ? SWT.UP : SWT.DOWN);
        table.setRedraw(true);
        title.setText(words(block));
        caption.setText(block.caption().replace("&", "&&"));
        hide(caption, block.caption().isEmpty());
    }

    private String words(TableBlock block) {
        String shown = content.rows().size() == block.rows().size() ? ""
                : String.format(Locale.ROOT, "  (%d of %d rows)", content.rows().size(), block.rows().size());
        return block.title().replace("&", "&&") + shown;
    }

    private static void hide(Control control, boolean hidden) {
        control.setVisible(!hidden);
        ((GridData) control.getLayoutData()).exclude = hidden;
    }

    private void rowClicked(Event event) {
        if (table.getSelectionCount() == 1) {
            String caseId = content.rows().get(table.getSelectionIndex()).caseId();
            if (!caseId.isEmpty()) {
                host.choose(caseId);
            }
        }
    }

    private boolean isCaseSelected() {
        return table.getSelectionCount() == 1
                && !content.rows().get(table.getSelectionIndex()).caseId().isEmpty();
    }

    private void rowDoubleClicked(Event event) {
        rowClicked(event);
        if (isCaseSelected()) {
            host.run(Commands.OPEN_IMAGES);
        }
    }

    @Override
    public void select(String caseId) {
        boolean isSelected = IntStream.of(table.getSelectionIndices())
                .anyMatch(place -> content.rows().get(place).caseId().equals(caseId));
        table.clear(content.placesOf(cells.emphasised()));
        cells.setEmphasised(caseId);
        table.clear(content.placesOf(caseId));
        if (caseId.isEmpty()) {
            table.deselectAll();
        } else if (!isSelected && content.block().rows().stream().anyMatch(row -> !row.caseId().isEmpty())) {
            table.deselectAll();
            int[] places = content.placesOf(caseId);
            table.select(places);
            if (places.length > 0) {
                table.showSelection();
            }
        }
    }

    /** Where the first row of a case stands in another widget; empty when there is none. */
    Optional<Rectangle> rowOf(String caseId, Control other) {
        int[] places = content.placesOf(caseId);
        return places.length == 0 ? Optional.empty()
                : Optional.of(table.getDisplay().map(table, other, table.getItem(places[0]).getBounds()));
    }

    /** Shows the marks that runs have now. */
    void showMarks() {
        table.clearAll();
        groups.redraw();
    }

    /** Copies the selected rows, without the headings, as text separated by tabs. */
    void copyRows() {
        String all = content.shown(table.getSelectionIndices()).tsv();
        copy(all.substring(all.indexOf('\n') + 1));
    }

    /** Copies the headings and the rows that are shown. */
    void copyTable() {
        copy(content.shown().tsv());
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            try {
                clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
        }
    }

    private void export() {
        TableBlock shown = content.shown();
        host.save(shown.id() + ".csv", () -> shown.csv().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Point size(int width, int heightPx) {
        int all = table.getHeaderHeight() + content.block().rows().size() * table.getItemHeight();
        Point trim = table.computeSize(TRIED_PX, TRIED_PX);
        trim.x -= TRIED_PX;
        trim.y -= TRIED_PX;
        boolean scrolls = isLong() && all + trim.y > heightPx;
        int bar = scrolls ? cells.scrollBarPx() : 0;
        fitInto(width - trim.x - bar);
        boolean isBroader = widthPx + bar + trim.x > width;
        place.widthHint = Math.min(width - trim.x, widthPx + bar);
        place.heightHint = TRIED_PX;
        int words = Math.max(title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + TOOLS_PX,
                content.block().caption().isEmpty() ? 0 : CAPTION_PX);
        int broad = Math.min(width, Math.max(place.widthHint + trim.x, words));
        int around = frame.computeSize(broad, SWT.DEFAULT).y - TRIED_PX;
        place.heightHint = (scrolls ? Math.max(heightPx - around, few()) : all)
                + (isBroader ? cells.scrollBarPx() : 0);
        return new Point(broad, frame.computeSize(broad, SWT.DEFAULT).y);
    }

    private int few() {
        return table.getHeaderHeight() + FEW_ROWS / 2 * table.getItemHeight();
    }

    /** Whether it is so long that it scrolls by itself. */
    boolean isLong() {
        return content.block().rows().size() > FEW_ROWS;
    }

    /** The block's id, which stays when its content changes. */
    String id() {
        return content.block().id();
    }

    @Override
    public Control control() {
        return frame;
    }

    /** The widget of the rows. */
    Table table() {
        return table;
    }
}
