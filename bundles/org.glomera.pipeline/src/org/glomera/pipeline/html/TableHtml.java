package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.glomera.chart.Marker;
import org.glomera.chart.Palette;
import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableColumn.Kind;
import org.glomera.comparison.page.TableRow;

/** One table as HTML: headings that screen readers read out with each cell, remarks below, signs beside colours. */
final class TableHtml {

    /** What fits beside each other on A4 in the size of print that tables have there, in characters. */
    private static final int PAPER_CHARACTERS = 118;
    private static final int PAPER_LONGEST_TEXT = 34;
    private static final int PAPER_GAP = 3;
    private static final int KEY = 3;
    private static final double PAPER_CHARACTER_MM = 1.5;
    /** More remarks than these are shown on a screen where they belong, and not below the table too. */
    private static final int MOST_LISTED_ON_SCREEN = 12;

    /** Texts of so many characters are not broken. */
    private static final int SHORT_TEXT = 24;
    /** Tables of more columns are set smaller. */
    private static final int FEW_COLUMNS = 8;

    private final TableBlock table;
    private final Map<String, Marker> markers;
    private final Remarks remarks;
    private final boolean paper;
    private final boolean listed;
    private final Set<Integer> signed;

    TableHtml(TableBlock table, Map<String, Marker> markers, boolean paper) {
        this.table = table;
        this.markers = markers;
        this.paper = paper;
        remarks = Remarks.of(table);
        signed = signed(table);
        listed = paper || remarks.size() <= MOST_LISTED_ON_SCREEN;
    }

    /** How many lines it takes on paper at least, headings not counted. */
    int lines() {
        return parts().size() * table.rows().size();
    }

    private List<List<Integer>> parts() {
        return paper ? new ColumnSplit(table, PAPER_CHARACTERS, PAPER_LONGEST_TEXT, PAPER_GAP).parts()
                : List.of(ColumnSplit.shown(table));
    }

    /** The table, in parts where it is too wide for paper, and what must be known to read it. */
    String html(String captionId) {
        Html html = new Html();
        for (List<Integer> columns : parts()) {
            part(html, columns, captionId);
        }
        if (!legend().isEmpty()) {
            html.raw("<p class=\"note\">" + Html.escape(legend()) + "</p>");
        }
        if (listed && remarks.size() > 0) {
            html.raw("<p class=\"note\">" + remarks.listed().stream().map(TableHtml::remark)
                    .collect(Collectors.joining(" ")) + "</p>");
        }
        return html.toString();
    }

    private static String remark(String marked) {
        int end = marked.indexOf(' ');
        return "<sup>" + marked.substring(0, end) + "</sup>" + Html.escape(marked.substring(end));
    }

    private void part(Html html, List<Integer> columns, String captionId) {
        html.raw("<div class=\"scroll\"><table" + (columns.size() > FEW_COLUMNS ? " class=\"wide\"" : "")
                + " aria-labelledby=\"" + captionId + "\"><thead>");
        if (columns.stream().anyMatch(i -> !table.columns().get(i).group().isEmpty())) {
            html.raw(groups(columns));
        }
        StringBuilder head = new StringBuilder("<tr>");
        for (int at = 0; at < columns.size(); at++) {
            TableColumn column = table.columns().get(columns.get(at));
            head.append("<th scope=\"col\"").append(classes(column, beginsGroup(columns, at), ""))
                    .append(width(columns.get(at), at == 0)).append('>')
                    .append(Html.escape(column.heading())).append("</th>");
        }
        html.raw(head + "</tr></thead><tbody>");
        table.rows().forEach(row -> html.raw(row(row, columns)));
        html.raw("</tbody></table></div>");
    }

    /** On paper, the room for a run's symbol and name, or a number and its sign: its layouter breaks between the two. */
    private String width(int column, boolean first) {
        boolean runs = first && table.rows().stream().anyMatch(row -> !row.run().isEmpty());
        int longest = table.rows().stream().mapToInt(row -> row.cells().get(column).text().length()).max().orElse(0);
        return paper && (runs || signed.contains(column)) && longest <= SHORT_TEXT
                ? String.format(Locale.ROOT, " style=\"width:%.1fmm\"", (longest + PAPER_GAP + KEY)
                        * PAPER_CHARACTER_MM) : "";
    }

    private String groups(List<Integer> columns) {
        StringBuilder head = new StringBuilder("<tr class=\"groups\">");
        int at = 0;
        while (at < columns.size()) {
            TableColumn column = table.columns().get(columns.get(at));
            int end = at + 1;
            while (end < columns.size() && table.columns().get(columns.get(end)).group().equals(column.group())) {
                end++;
            }
            if (column.group().isEmpty()) {
                head.append("<td colspan=\"").append(end - at).append("\"></td>");
            } else {
                head.append("<th scope=\"colgroup\" class=\"first\" colspan=\"").append(end - at).append("\">")
                        .append(key(column.run())).append(Html.escape(column.group())).append("</th>");
            }
            at = end;
        }
        return head.append("</tr>").toString();
    }

    private boolean beginsGroup(List<Integer> columns, int at) {
        String group = table.columns().get(columns.get(at)).group();
        return !group.isEmpty() && (at == 0 || !table.columns().get(columns.get(at - 1)).group().equals(group));
    }

    private String row(TableRow row, List<Integer> columns) {
        StringBuilder text = new StringBuilder("<tr>");
        for (int at = 0; at < columns.size(); at++) {
            TableColumn column = table.columns().get(columns.get(at));
            Cell cell = row.cells().get(columns.get(at));
            boolean heads = at == 0 && column.kind() == Kind.TEXT;
            text.append(heads ? "<th scope=\"row\"" : "<td")
                    .append(classes(column, beginsGroup(columns, at), tone(column, cell))).append(style(cell))
                    .append(cell.remark().isBlank() ? "" : " title=\"" + Html.escape(cell.remark()) + "\"").append('>')
                    .append(at == 0 ? key(row.run()) : "").append(Html.escape(cell.text())).append(sign(columns.get(at), cell))
                    .append(listed && !cell.remark().isBlank() ? "<sup>" + remarks.mark(cell) + "</sup>" : "")
                    .append(heads ? "</th>" : "</td>");
        }
        return text.append("</tr>").toString();
    }

    private static String classes(TableColumn column, boolean first, String further) {
        List<String> classes = new ArrayList<>();
        if (column.kind() == Kind.NUMBER) {
            classes.add("n");
        }
        if (first) {
            classes.add("first");
        }
        if (!further.isEmpty()) {
            classes.add(further);
        }
        return classes.isEmpty() ? "" : " class=\"" + String.join(" ", classes) + "\"";
    }

    private static String tone(TableColumn column, Cell cell) {
        return switch (cell.tone()) {
            case PLAIN, LOW, HIGH -> column.kind() == Kind.TEXT && cell.text().length() > SHORT_TEXT ? "t"
                    : column.kind() == Kind.TEXT ? "w" : "";
            case FLAGGED -> "flagged";
            case DIFFERS -> "differs";
            case AGREES -> "agrees";
            case SIGNIFICANT -> "significant";
            case MISSING -> "missing";
        };
    }

    private static String style(Cell cell) {
        String ground = Tones.ground(cell);
        return ground.isEmpty() ? "" : " style=\"background-color:" + ground + "\"";
    }

    /** The cell's sign; numbers of a column with signs keep its place free, so that they stand below each other. */
    private String sign(int column, Cell cell) {
        if (table.columns().get(column).kind() == Kind.TEXT || signed.contains(column)) {
            String sign = Tones.sign(cell.tone());
            return sign.isEmpty() && table.columns().get(column).kind() == Kind.TEXT ? ""
                    : "<span class=\"sign\">" + (sign.isEmpty() ? "&#160;" : Html.escape(sign)) + "</span>";
        }
        return "";
    }

    private static Set<Integer> signed(TableBlock table) {
        return IntStream.range(0, table.columns().size()).filter(column -> table.rows().stream()
                .anyMatch(row -> !Tones.sign(row.cells().get(column).tone()).isEmpty())).boxed()
                .collect(Collectors.toSet());
    }

    private String key(String run) {
        Marker marker = markers.get(run);
        return marker == null ? "" : "<span class=\"key\" aria-hidden=\"true\" style=\"color:"
                + Palette.css(marker.rgb()) + "\">" + Signs.of(marker) + "&#160;</span>";
    }

    private String legend() {
        Set<Tone> tones = EnumSet.noneOf(Tone.class);
        table.rows().forEach(row -> row.cells().forEach(cell -> {
            if (!Tones.sign(cell.tone()).isEmpty() || !Tones.ground(cell).isEmpty()) {
                tones.add(cell.tone());
            }
        }));
        String legend = tones.stream().map(Tones::meaning).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return legend.isEmpty() ? "" : Character.toUpperCase(legend.charAt(0)) + legend.substring(1) + ".";
    }
}
