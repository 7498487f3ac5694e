package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.PublishedQuantity;
import org.glomera.comparison.page.Paragraph.Style;

/** What a publication prints about the experiment, beside what follows from its tables. */
public final class PublishedPage {

    private PublishedPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        if (comparison.published().isEmpty()) {
            blocks.add(new Paragraph(Style.TEXT, "Nothing that was published is kept with this experiment."));
        } else {
            List<TableColumn> columns = List.of(TableColumn.text("Network"), TableColumn.text("Kidney"),
                    TableColumn.text("Quantity"), TableColumn.text("Published"), TableColumn.text("Where"));
            blocks.add(new TableBlock("published", "Published", "", columns,
                    comparison.published().stream().map(PublishedPage::row).toList()));
        }
        return new Page("published", "Published and recomputed", blocks);
    }

    private static TableRow row(PublishedQuantity printed) {
        return TableRow.of(List.of(Cell.text(printed.network()), Cell.text(printed.side()),
                Cell.text(printed.quantity()), Cell.text(printed.value()), Cell.text(printed.where())));
    }
}
