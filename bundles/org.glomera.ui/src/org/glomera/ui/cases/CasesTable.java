package org.glomera.ui.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.glomera.study.CaseFile;

/**
 * The widget of the table. Rows are made when they are scrolled into sight and ask for their picture then, so a study of
 * many hundred cases is as quick as one of ten. Only on the UI thread.
 */
final class CasesTable {

    private static final int MOST_IMAGES = 160;
    private static final int BLANK_GREY = 0x30;

    private final Table table;
    private final Consumer<CaseRow> pictureWish;
    private final Image blank;
    private final Map<String, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> pictureless = new HashSet<>();
    private List<CaseRow> all = List.of();
    private CaseRows shown = new CaseRows(List.of());
    private String filter = "";
    private CaseColumn sorted;
    private boolean ascending = true;

    /**
     * Makes the table.
     *
     * @param pictureWish told of a case whose picture is in sight
     */
    CasesTable(Composite parent, Consumer<CaseRow> pictureWish) {
        this.pictureWish = pictureWish;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        blank = picture(blankData());
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        for (CaseColumn column : CaseColumn.values()) {
            TableColumn made = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
            made.setText(column.heading());
            made.setWidth(column.widthPx());
            made.setMoveable(true);
            made.addListener(SWT.Selection, event -> sort(column));
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MouseHover, this::showTooltip);
        table.addListener(SWT.Dispose, event -> {
            pictures.values().forEach(Image::dispose);
            blank.dispose();
        });
    }

    private static ImageData blankData() {
        ImageData data = new ImageData(2 * Thumbnails.WIDTH_PX, 2 * Thumbnails.HEIGHT_PX, 24,
                new PaletteData(0xff0000, 0xff00, 0xff));
        Arrays.fill(data.data, (byte) BLANK_GREY);
        return data;
    }

    /** An image whose data have two pixels for each device-independent one. */
    private Image picture(ImageData twice) {
        ImageData once = twice.scaledTo(Thumbnails.WIDTH_PX, Thumbnails.HEIGHT_PX);
        ImageDataProvider provider = zoom -> zoom == 100 ? once : zoom == 200 ? twice : null;
        return new Image(table.getDisplay(), provider);
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        CaseRow row = shown.rows().get(event.index);
        Image picture = pictures.get(row.id());
        item.setImage(0, picture == null ? blank : picture);
        item.setText(Arrays.stream(CaseColumn.values()).map(column -> column.text(row)).toArray(String[]::new));
        boolean isProblem = row.shown().info().available().stream().anyMatch(file -> !row.problem(file).isEmpty());
        item.setForeground(isProblem ? JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR) : null);
        if (picture == null && !pictureless.contains(row.id())) {
            pictureWish.accept(row);
        }
    }

    private void showTooltip(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        String words = null;
        if (item != null) {
            CaseRow row = shown.rows().get(table.indexOf(item));
            StringBuilder problems = new StringBuilder();
            for (CaseFile file : row.shown().info().available()) {
                problems.append(row.problem(file)).append(row.problem(file).isEmpty() ? "" : "\n");
            }
            row.shown().info().remarks().forEach(remark -> problems.append(remark).append('\n'));
            problems.append(CaseColumn.EXCLUDED.text(row));
            words = problems.toString().strip().replace("&", "&&");
        }
        table.setToolTipText(words == null || words.isEmpty() ? null : words);
    }

    /** Sorts by a column, or the other way round when it is sorted by it. */
    void sort(CaseColumn column) {
        ascending = sorted != column || !ascending;
        sorted = column;
        table.setSortColumn(table.getColumn(column.ordinal()));
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
        show();
    }

    /** Shows only rows that hold some words. */
    void filter(String words) {
        if (!filter.equals(words)) {
            filter = words;
            show();
        }
    }

    /** Shows rows; selection and place stay. */
    void show(List<CaseRow> rows) {
        if (!rows.equals(all)) {
            all = List.copyOf(rows);
            show();
        }
    }

    private void show() {
        Set<String> selected = new HashSet<>(selected().stream().map(CaseRow::id).toList());
        int top = table.getTopIndex();
        shown = CaseRows.of(all, filter, sorted, ascending);
        table.setRedraw(false);
        table.deselectAll();
        table.setItemCount(shown.rows().size());
        table.clearAll();
        table.select(IntStream.range(0, shown.rows().size()).filter(i -> selected.contains(shown.rows().get(i).id()))
                .toArray());
        table.setTopIndex(Math.min(top, Math.max(0, shown.rows().size() - 1)));
        table.setRedraw(true);
    }

    /** Takes a picture; null for a case that has none. */
    void setPicture(String caseId, ImageData data) {
        if (data == null) {
            pictureless.add(caseId);
            return;
        }
        Image before = pictures.put(caseId, picture(data));
        refresh(caseId);
        if (before != null) {
            before.dispose();
        }
        if (pictures.size() > MOST_IMAGES) {
            String oldest = pictures.keySet().iterator().next();
            Image gone = pictures.remove(oldest);
            refresh(oldest);
            gone.dispose();
        }
    }

    /** Forgets the pictures of cases whose files changed. */
    void forgetPictures(Set<String> caseIds) {
        pictureless.removeAll(caseIds);
        for (String id : caseIds) {
            Image gone = pictures.remove(id);
            refresh(id);
            if (gone != null) {
                gone.dispose();
            }
        }
    }

    private void refresh(String caseId) {
        int place = shown.placeOf(caseId);
        if (place >= 0 && place < table.getItemCount()) {
            TableItem item = table.getItem(place);
            item.setImage(0, blank);
            table.clear(place);
        }
    }

    /** Selects a case and scrolls to it. */
    void select(String caseId) {
        int place = shown.placeOf(caseId);
        boolean isAlready = place >= 0 && Arrays.stream(table.getSelectionIndices()).anyMatch(i -> i == place);
        if (place >= 0 && !isAlready) {
            table.setSelection(place);
            table.showSelection();
        }
    }

    List<CaseRow> selected() {
        return Arrays.stream(table.getSelectionIndices()).filter(i -> i < shown.rows().size())
                .mapToObj(shown.rows()::get).toList();
    }

    CaseRows shown() {
        return shown;
    }

    int total() {
        return all.size();
    }

    Table widget() {
        return table;
    }

    /** Whether the picture of a case is there. */
    boolean hasPicture(String caseId) {
        return pictures.containsKey(caseId);
    }
}
