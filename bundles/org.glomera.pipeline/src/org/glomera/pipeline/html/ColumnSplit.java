package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableColumn.Kind;
import org.glomera.comparison.page.TableRow;

/**
 * Divides the columns of a table that is too wide for a page or a terminal into parts that fit, each led by the columns
 * that say what a row is about. Columns of one group stay together where they fit.
 */
final class ColumnSplit {

    private static final int MOST_LEADING = 3;
    /** What a run's symbol takes before its name. */
    private static final int KEY = 2;

    private final TableBlock table;
    private final int widest;
    private final int longestText;
    private final int gap;
    private final List<Integer> shown;

    /**
     * Prepares to divide.
     *
     * @param widest how many characters fit beside each other
     * @param longestText texts longer than this are wrapped and counted as so many characters
     * @param gap what stands between two columns, in characters
     */
    ColumnSplit(TableBlock table, int widest, int longestText, int gap) {
        this.table = table;
        this.widest = widest;
        this.longestText = longestText;
        this.gap = gap;
        shown = shown(table);
    }

    /** The columns that say anything: one of words that is empty in every row is left out. */
    static List<Integer> shown(TableBlock table) {
        return IntStream.range(0, table.columns().size()).filter(column -> table.columns().get(column)
                .kind() != Kind.TEXT || table.rows().stream().anyMatch(row -> says(row.cells().get(column)))).boxed()
                .toList();
    }

    private static boolean says(Cell cell) {
        return !cell.text().isBlank() || !cell.remark().isBlank();
    }

    /** The parts: indices of columns. One part where all fit, else as few as possible, about equally wide. */
    List<List<Integer>> parts() {
        List<List<Integer>> fewest = parts(widest);
        int limit = widest / 2;
        while (limit < widest && parts(limit).size() > fewest.size()) {
            limit++;
        }
        return fewest.size() == 1 ? fewest : parts(limit);
    }

    private List<List<Integer>> parts(int limit) {
        List<Integer> leading = leading();
        int start = leading.stream().mapToInt(this::width).sum();
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(leading);
        int used = start;
        for (List<Integer> unit : units(leading.size(), limit - start)) {
            int needed = unit.stream().mapToInt(this::width).sum();
            if (used + needed > limit && part.size() > leading.size()) {
                parts.add(part);
                part = new ArrayList<>(leading);
                used = start;
            }
            part.addAll(unit);
            used += needed;
        }
        parts.add(part);
        return parts;
    }

    /** The columns of words that begin every part: those before the first number, at most a few. */
    private List<Integer> leading() {
        List<Integer> leading = new ArrayList<>();
        for (int column : shown) {
            TableColumn named = table.columns().get(column);
            if (named.kind() != Kind.TEXT || !named.group().isEmpty() || leading.size() == MOST_LEADING) {
                break;
            }
            leading.add(column);
        }
        while (leading.size() > 1 && leading.stream().mapToInt(this::width).sum() > widest / 2) {
            leading.remove(leading.size() - 1);
        }
        return leading;
    }

    /** What stays together: a group when it fits into a part, else each column by itself. */
    private List<List<Integer>> units(int from, int room) {
        List<List<Integer>> units = new ArrayList<>();
        int i = from;
        while (i < shown.size()) {
            List<Integer> unit = new ArrayList<>(List.of(shown.get(i)));
            String group = table.columns().get(shown.get(i)).group();
            int next = i + 1;
            while (!group.isEmpty() && next < shown.size()
                    && table.columns().get(shown.get(next)).group().equals(group)) {
                unit.add(shown.get(next++));
            }
            if (unit.stream().mapToInt(this::width).sum() > room) {
                unit.forEach(column -> units.add(List.of(column)));
            } else {
                units.add(unit);
            }
            i = next;
        }
        return units;
    }

    /** The characters that a column takes: its longest cell or the longest word of its heading, and the gap. */
    int width(int column) {
        int width = 1;
        for (String word : table.columns().get(column).heading().split("\\s+")) {
            width = Math.max(width, word.length());
        }
        for (TableRow row : table.rows()) {
            int key = column == 0 && !row.run().isEmpty() ? KEY : 0;
            width = Math.max(width, key + Math.min(longestText, row.cells().get(column).text().length()));
        }
        return width + gap;
    }
}
