package org.glomera.pipeline.exporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.FigureBlock;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Pages;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.pdf.PdfDocuments;
import org.glomera.pipeline.html.ComparisonSections;
import org.glomera.pipeline.html.HtmlDocument;
import org.glomera.pipeline.html.PageHtml.Medium;
import org.glomera.study.StudyFolder;

/**
 * Writes a comparison's pages to files. Each file is written beside its place and moved into it, over one that is there;
 * folders are made. A cancelled monitor ends the work within a second with an {@link OperationCanceledException};
 * files that were finished by then stay. All methods may be called from any thread.
 */
public final class ComparisonExport {

    private static final String KICKER = "Kidneys in SPECT/CT: networks compared";
    private static final String FOOTER = "Made by Glomera. For research; not a medical device.";

    private ComparisonExport() {
    }

    /**
     * All pages as one HTML file without scripts that refers to nothing outside itself.
     *
     * @throws GlomeraException of the kind RESOURCES when the file cannot be written
     */
    public static void html(Comparison comparison, ViewOptions options, Path file, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Writing " + file.getFileName(), 2);
        String text = document(comparison, options, Medium.SCREEN, progress.split(1)).forScreen();
        progress.checkCanceled();
        write(file, text.getBytes(StandardCharsets.UTF_8));
        progress.done();
    }

    /**
     * All pages as a PDF file on A4.
     *
     * @throws GlomeraException of the kind RESOURCES when the file cannot be written
     */
    public static void pdf(Comparison comparison, ViewOptions options, Path file, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Writing " + file.getFileName(), 4);
        HtmlDocument document = document(comparison, options, Medium.PAPER, progress.split(1));
        PdfDocuments.write(document.forPaper(), document.title(), file, progress.split(3));
    }

    private static HtmlDocument document(Comparison comparison, ViewOptions options, Medium medium,
            IProgressMonitor monitor) throws GlomeraException {
        StudyFolder study = StudyFolder.open(comparison.studyRoot());
        String title = comparison.info().title();
        String name = study.info().name();
        return new HtmlDocument(title, KICKER, (name.equals(title) ? "" : name + ": ")
                + ComparisonSections.counts(comparison), ComparisonSections.NOTICE,
                ComparisonSections.of(comparison, options, medium, monitor), FOOTER);
    }

    /**
     * Every table of every page as a CSV file of its own, named after page and table, in whole precision.
     *
     * @return the files in the order of the tables
     * @throws GlomeraException of the kind RESOURCES when a file cannot be written
     */
    public static List<Path> csv(Comparison comparison, ViewOptions options, Path folder, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Writing tables to " + folder.getFileName(), 2);
        List<Page> pages = Pages.all(comparison, options, progress.split(1));
        progress.setWorkRemaining(pages.stream().mapToInt(page -> page.tables().size()).sum());
        List<Path> files = new ArrayList<>();
        for (Page page : pages) {
            for (TableBlock table : page.tables()) {
                progress.checkCanceled();
                Path file = folder.resolve(fileName(page, table.id(), "csv"));
                write(file, table.csv().getBytes(StandardCharsets.UTF_8));
                files.add(file);
                progress.worked(1);
            }
        }
        return files;
    }

    /**
     * Every figure of every page as files of their own, named after page and figure.
     *
     * @return the files in the order of the figures
     * @throws GlomeraException of the kind RESOURCES when a file cannot be written
     */
    public static List<Path> figures(Comparison comparison, ViewOptions options, Set<FigureFormat> formats,
            Path folder, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Writing figures to " + folder.getFileName(), 2);
        List<Page> pages = Pages.all(comparison, options, progress.split(1));
        progress.setWorkRemaining(formats.size() * pages.stream().mapToInt(page -> page.figures().size()).sum());
        List<Path> files = new ArrayList<>();
        for (Page page : pages) {
            for (FigureBlock figure : page.figures()) {
                for (FigureFormat format : FigureFormat.values()) {
                    if (formats.contains(format)) {
                        progress.checkCanceled();
                        Path file = folder.resolve(fileName(page, figure.id(), format.extension()));
                        write(file, format.bytes(figure));
                        files.add(file);
                        progress.worked(1);
                    }
                }
            }
        }
        return files;
    }

    /** A block's file: letters, digits, points and hyphens, whatever a plug-in called its statistic. */
    static String fileName(Page page, String block, String extension) {
        String name = block.startsWith(page.id()) ? block : page.id() + "-" + block;
        return name.replaceAll("[^A-Za-z0-9._-]", "_") + "." + extension;
    }

    private static void write(Path file, byte[] content) throws GlomeraException {
        try {
            AtomicFiles.write(file, out -> out.write(content));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " cannot be written: " + e.getMessage()
                    + ". Check free space and permissions.", e);
        }
    }
}
