package org.glomera.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.ui.comparison.PageKind.Choice;

/** The row above a page with what can be chosen for it. Only on the UI thread. */
final class ChoiceRow {

    /** Told of what was chosen. */
    interface Chooser {

        /** Other options for all pages. */
        void options(ViewOptions options);

        /** Other words that the rows of a page must hold. */
        void filter(PageKind page, String words);
    }

    private static final int GROUP_GAP_PX = 12;
    private static final int FILTER_PX = 150;
    private static final int MEASURE_PX = 290;
    private static final int MOST_EPOCHS = 999;
    private static final int MOST_PERCENT = 1000;

    private final PageKind page;
    private final Chooser chooser;
    private final Composite row;
    private final Look look;
    private Combo measure;
    private Combo baseline;
    private Button differences;
    private Spinner smoothing;
    private Spinner flag;
    private Text filter;
    private List<Measure> measures = List.of();
    private List<ComparedRun> runs = List.of();
    private ViewOptions options = ViewOptions.defaults();

    /** Makes the row of a page. */
    ChoiceRow(Composite parent, Look look, PageKind page, Chooser chooser) {
        this.page = page;
        this.look = look;
        this.chooser = chooser;
        row = new Composite(parent, SWT.NONE);
        row.setBackground(look.back());
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginLeft = PageLayout.MARGIN_PX;
        layout.marginRight = PageLayout.MARGIN_PX;
        layout.marginTop = 6;
        layout.marginBottom = 2;
        layout.spacing = 0;
        row.setLayout(layout);
        if (page.has(Choice.MEASURE)) {
            measure = combo("Measure:", MEASURE_PX);
            measure.addListener(SWT.Selection, event -> choose(
                    options.withMeasure(measures.get(measure.getSelectionIndex()).id())));
        }
        if (page.has(Choice.BASELINE)) {
            baseline = combo("Compared with:", SWT.DEFAULT);
            baseline.addListener(SWT.Selection, event -> choose(options.withBaseline(
                    baseline.getSelectionIndex() == 0 ? "" : runs.get(baseline.getSelectionIndex() - 1).name())));
        }
        createOthers();
    }

    private void createOthers() {
        if (page.has(Choice.ONLY_DIFFERENCES)) {
            differences = button(SWT.CHECK, "Only settings that differ");
            differences.addListener(SWT.Selection, event -> choose(
                    options.withOnlyDifferences(differences.getSelection())));
        }
        if (page.has(Choice.SMOOTHING)) {
            smoothing = spinner("Moving average over", 0, MOST_EPOCHS, 0, "epochs (0: chosen by the length, 1: none)");
            smoothing.addListener(SWT.Selection, event -> choose(
                    options.withSmoothingEpochs(smoothing.getSelection())));
        }
        if (page.has(Choice.COLUMNS)) {
            button(SWT.PUSH, "Columns\u2026").addListener(SWT.Selection, event -> chooseColumns());
        }
        if (page.has(Choice.FLAG)) {
            flag = spinner("Flag differences beyond", 0, 10 * MOST_PERCENT, 1, "%");
            flag.addListener(SWT.Selection, event -> choose(options.withFlagPercent(flag.getSelection() / 10.0)));
        }
        if (page.has(Choice.FILTER)) {
            Composite group = group();
            label(group, "Filter:");
            filter = new Text(group, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
            filter.setMessage("words of a row");
            filter.setLayoutData(new RowData(FILTER_PX, SWT.DEFAULT));
            filter.addListener(SWT.Modify, event -> chooser.filter(page, filter.getText()));
        }
    }

    /** A place for a control and its words, which stay beside each other when the row is wrapped. */
    private Composite group() {
        Composite group = new Composite(row, SWT.NONE);
        group.setBackground(look.back());
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.wrap = false;
        layout.marginLeft = 0;
        layout.marginRight = GROUP_GAP_PX;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 6;
        group.setLayout(layout);
        return group;
    }

    private Label label(Composite group, String words) {
        Label label = new Label(group, SWT.NONE);
        label.setText(words);
        label.setBackground(look.back());
        label.setForeground(look.ink());
        return label;
    }

    private Combo combo(String words, int widthPx) {
        Composite group = group();
        label(group, words);
        Combo combo = new Combo(group, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setVisibleItemCount(20);
        combo.setLayoutData(new RowData(widthPx, SWT.DEFAULT));
        return combo;
    }

    private Button button(int style, String words) {
        Button button = new Button(group(), style);
        button.setText(words);
        return button;
    }

    private Spinner spinner(String before, int lowest, int highest, int digits, String after) {
        Composite group = group();
        label(group, before);
        Spinner spinner = new Spinner(group, SWT.BORDER);
        int step = (int) Math.pow(10, digits);
        spinner.setValues(lowest, lowest, highest, digits, step, 10 * step);
        label(group, after);
        return spinner;
    }

    private void choose(ViewOptions chosen) {
        options = chosen;
        chooser.options(chosen);
    }

    private void chooseColumns() {
        List<Choosing.Item> items = measures.stream()
                .map(each -> new Choosing.Item(each.id(), each.heading(), null)).toList();
        Choosing dialog = new Choosing(row.getShell(), "Columns of the table of cases",
                "Measures that are shown for each network:", items, options.caseMeasures());
        dialog.open().ifPresent(ids -> choose(options.withCaseMeasures(ids)));
    }

    /** Shows what can be chosen in a comparison, and what is. */
    void show(Comparison comparison, ViewOptions chosen, String words) {
        options = chosen;
        measures = comparison.measures();
        runs = comparison.runs();
        if (measure != null) {
            offer(measure, measures.stream().map(Measure::heading).toList(), place(chosen));
        }
        if (baseline != null) {
            List<String> names = new ArrayList<>(List.of("every other network"));
            runs.forEach(run -> names.add(run.shortTitle()));
            offer(baseline, names, 1 + runs.stream().map(ComparedRun::name).toList().indexOf(chosen.baseline()));
        }
        if (differences != null) {
            differences.setSelection(chosen.onlyDifferences());
        }
        if (smoothing != null && smoothing.getSelection() != chosen.smoothingEpochs()) {
            smoothing.setSelection(chosen.smoothingEpochs());
        }
        int tenths = (int) Math.round(10 * Math.min(MOST_PERCENT, chosen.flagPercent()));
        if (flag != null && flag.getSelection() != tenths) {
            flag.setSelection(tenths);
        }
        if (filter != null && !filter.getText().equals(words)) {
            filter.setText(words);
        }
    }

    private int place(ViewOptions chosen) {
        return measures.stream().map(Measure::id).toList().indexOf(chosen.measure());
    }

    private void offer(Combo combo, List<String> items, int selected) {
        if (!List.of(combo.getItems()).equals(items)) {
            combo.setItems(items.toArray(String[]::new));
            combo.requestLayout();
        }
        combo.select(selected);
    }

    /** The field of the filter, where the page has one. */
    Optional<Text> filter() {
        return Optional.ofNullable(filter);
    }

    /** The widget. */
    Control control() {
        return row;
    }
}
