package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.List;

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

    private final TableBlock table;
    private final int widest;
    private final int longestWord;
    private final int gap;

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
        this.longestWord = longestText;
        this.gap = gap;
    }

    /** The parts: indices of columns. One part where all fit. */
    List<List<Integer>> parts() {
        List<Integer> leading = leading();
        int start = leading.stream().mapToInt(this::width).sum();
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(leading);
        int used = start;
        for (List<Integer> unit : units(leading.size(), widest - start)) {
            int needed = unit.stream().mapToInt(this::width).sum();
            if (used + needed > widest && part.size() > leading.size()) {
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
        for (int i = 0; i < table.columns().size() && leading.size() < MOST_LEADING; i++) {
            TableColumn column = table.columns().get(i);
            if (column.kind() != Kind.TEXT || !column.group().isEmpty()) {
                break;
            }
            leading.add(i);
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
        while (i < table.columns().size()) {
            List<Integer> unit = new ArrayList<>(List.of(i));
            String group = table.columns().get(i).group();
            int next = i + 1;
            while (!group.isEmpty() && next < table.columns().size()
                    && table.columns().get(next).group().equals(group)) {
                unit.add(next++);
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
            width = Math.max(width, Math.min(longestWord, row.cells().get(column).text().length()));
        }
        return width + gap;
    }
}
