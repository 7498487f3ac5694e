package org.glomera.ui.comparison;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.exporting.ComparisonExport;
import org.glomera.pipeline.exporting.FigureFormat;
import org.glomera.ui.FileWriting;
import org.glomera.ui.Images;

/** The button that exports the whole comparison as it is shown: with its runs and with what was chosen. */
final class ExportMenu extends Action {

    /** Writes a comparison to a file or into a folder. */
    @FunctionalInterface
    private interface Export {
        void write(Comparison comparison, ViewOptions options, Path target, IProgressMonitor monitor)
                throws GlomeraException;
    }

    private final String name;
    private final Supplier<ComparisonPane> pane;
    private final Supplier<FileWriting> writing;

    /**
     * Makes the button.
     *
     * @param name of the experiment, proposed for the files
     * @param pane shows what is exported; asked on the UI thread
     * @param writing asks for files and writes them
     */
    ExportMenu(String name, Supplier<ComparisonPane> pane, Supplier<FileWriting> writing) {
        super("Export", Images.descriptor("export"));
        this.name = name;
        this.pane = pane;
        this.writing = writing;
        setToolTipText("Export all pages as they are shown");
    }

    @Override
    public void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem button) {
            MenuManager manager = new MenuManager();
            manager.add(Actions.of("Comparison as HTML\u2026", "", "report", () -> toFile("html", ComparisonExport::html)));
            manager.add(Actions.of("Comparison as PDF\u2026", "", "export", () -> toFile("pdf", ComparisonExport::pdf)));
            manager.add(new Separator());
            manager.add(Actions.of("All Tables as CSV\u2026", "", "export_csv",
                    () -> toFolder("Choose the folder that the tables are written into, a file each.",
                            ComparisonExport::csv)));
            manager.add(Actions.of("All Figures as PNG and SVG\u2026", "", "",
                    () -> toFolder("Choose the folder that the figures are written into, two files each.",
                            (comparison, options, folder, monitor) -> ComparisonExport.figures(comparison, options,
                                    EnumSet.allOf(FigureFormat.class), folder, monitor))));
            Menu menu = manager.createContextMenu(button.getParent());
            Rectangle place = button.getBounds();
            menu.setLocation(button.getParent().toDisplay(place.x, place.y + place.height));
            menu.setVisible(true);
        }
    }

    private void toFile(String ending, Export export) {
        withShown(task -> writing.get().toFile(name + "." + ending, task), export);
    }

    private void toFolder(String message, Export export) {
        withShown(task -> writing.get().toFolder(message, task), export);
    }

    private void withShown(Consumer<FileWriting.Task> start, Export export) {
        ViewOptions options = pane.get().options();
        pane.get().comparison().ifPresent(comparison -> start.accept(
                (target, monitor) -> export.write(comparison, options, target, monitor)));
    }
}
