package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableColumn.Kind;
import org.glomera.comparison.page.TableRow;

/** One table as lines of equal-width characters: words flush left, numbers flush right, parts where it is too wide. */
final class TableText {

    private static final int GAP = 2;
    private static final int LONGEST_TEXT = 32;

    private final TableBlock table;
    private final int columns;
    private final Remarks remarks;

    TableText(TableBlock table, int columns) {
        this.table = table;
        this.columns = columns;
        remarks = Remarks.of(table);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        // A sign or the mark of a remark may stand behind each number, which the division does not count.
        for (List<Integer> part : new ColumnSplit(table, columns, LONGEST_TEXT, GAP + 2).parts()) {
            lines.addAll(part(part));
            lines.add("");
        }
        String legend = legend();
        if (!legend.isEmpty()) {
            lines.addAll(TextWrap.wrap(legend, columns));
        }
        remarks.listed().forEach(remark -> lines.addAll(TextWrap.wrap(remark.replaceFirst("^(\\w+) ", "[$1] "),
                columns)));
        return lines;
    }

    private List<String> part(List<Integer> part) {
        List<List<List<String>>> rows = new ArrayList<>();
        List<List<String>> head = new ArrayList<>();
        for (int at = 0; at < part.size(); at++) {
            head.add(heading(part.get(at)));
        }
        for (TableRow row : table.rows()) {
            rows.add(part.stream().map(i -> TextWrap.wrap(shown(row.cells().get(i)), LONGEST_TEXT)).toList());
        }
        int[] widths = new int[part.size()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = longest(head.get(at));
            for (List<List<String>> row : rows) {
                widths[at] = Math.max(widths[at], longest(row.get(at)));
            }
        }
        List<String> lines = new ArrayList<>();
        groups(part, widths, lines);
        add(lines, part, widths, head, true);
        lines.add(rule(widths));
        rows.forEach(row -> add(lines, part, widths, row, false));
        return lines;
    }

    private List<String> heading(int column) {
        TableColumn named = table.columns().get(column);
        int widest = 1;
        for (String word : named.heading().split("\\s+")) {
            widest = Math.max(widest, word.length());
        }
        for (TableRow row : table.rows()) {
            widest = Math.max(widest, Math.min(LONGEST_TEXT, shown(row.cells().get(column)).length()));
        }
        return TextWrap.wrap(named.heading(), widest);
    }

    private String shown(Cell cell) {
        String sign = Tones.sign(cell.tone());
        return cell.text() + (sign.isEmpty() ? "" : " " + sign)
                + (cell.remark().isBlank() ? "" : " [" + remarks.mark(cell) + "]");
    }

    /** The groups' names above their columns, each underlined by its columns' headings. */
    private void groups(List<Integer> part, int[] widths, List<String> lines) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < part.size()) {
            String group = table.columns().get(part.get(at)).group();
            int width = widths[at];
            int end = at + 1;
            while (end < part.size() && table.columns().get(part.get(end)).group().equals(group)) {
                width += GAP + widths[end++];
            }
            String name = group.length() > width ? group.substring(0, Math.max(1, width - 1)) + "…" : group;
            line.append(name.isEmpty() ? " ".repeat(width) : centred(name, width)).append(" ".repeat(GAP));
            at = end;
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String centred(String name, int width) {
        if (name.length() + 4 > width) {
            return name + " ".repeat(Math.max(0, width - name.length()));
        }
        int dashes = width - name.length() - 2;
        return "-".repeat(dashes / 2) + " " + name + " " + "-".repeat(dashes - dashes / 2);
    }

    private void add(List<String> lines, List<Integer> part, int[] widths, List<List<String>> cells, boolean bottom) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int y = 0; y < height; y++) {
            StringBuilder line = new StringBuilder();
            for (int at = 0; at < widths.length; at++) {
                List<String> cell = cells.get(at);
                int index = bottom ? y - (height - cell.size()) : y;
                String text = index >= 0 && index < cell.size() ? cell.get(index) : "";
                String space = " ".repeat(widths[at] - text.length());
                boolean right = table.columns().get(part.get(at)).kind() == Kind.NUMBER;
                line.append(right ? space + text : text + space).append(" ".repeat(GAP));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String rule(int[] widths) {
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        return String.join(" ".repeat(GAP), rules);
    }

    private static int longest(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private String legend() {
        Set<Tone> tones = new TreeSet<>();
        table.rows().forEach(row -> row.cells().stream().map(Cell::tone).filter(tone -> !Tones.sign(tone).isEmpty())
                .forEach(tones::add));
        return tones.isEmpty() ? "" : tones.stream().map(Tones::meaning).collect(Collectors.joining("; ")) + ".";
    }
}
