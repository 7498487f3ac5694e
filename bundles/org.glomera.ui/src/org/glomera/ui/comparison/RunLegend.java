package org.glomera.ui.comparison;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.glomera.comparison.ComparedRun;

/** The compared runs with their colours and symbols, side by side above the pages. */
final class RunLegend {

    private final Composite row;
    private final Host host;
    private List<String> shown = List.of();

    /** Makes an empty legend. */
    RunLegend(Composite parent, Host host) {
        this.host = host;
        row = new Composite(parent, SWT.NONE);
        row.setBackground(host.look().back());
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 12;
        row.setLayout(layout);
    }

    /** Shows runs. */
    void show(List<ComparedRun> runs) {
        List<String> now = runs.stream().map(run -> run.name() + "\n" + run.title()).toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        for (Control old : row.getChildren()) {
            old.dispose();
        }
        for (ComparedRun run : runs) {
            CLabel label = new CLabel(row, SWT.NONE);
            label.setMargins(0, 0, 0, 0);
            label.setBackground(host.look().back());
            label.setForeground(host.look().ink());
            label.setImage(host.mark(run.name()));
            label.setText(run.shortTitle().replace("&", "&&"));
            label.setToolTipText(run.title() + "\nruns/" + run.name());
        }
        row.requestLayout();
    }

    /** Shows runs with the marks that they have now. */
    void showMarks(List<ComparedRun> runs) {
        shown = List.of();
        show(runs);
    }

    /** The widget. */
    Control control() {
        return row;
    }
}
