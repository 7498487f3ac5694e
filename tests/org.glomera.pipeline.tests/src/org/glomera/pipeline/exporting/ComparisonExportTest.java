package org.glomera.pipeline.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.ReportRequest;
import org.glomera.pipeline.testing.AllStatistics;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonExportTest {

    @TempDir
    private Path folder;
    private StudyFolder study;
    private Comparison comparison;

    @BeforeEach
    void read() throws GlomeraException {
        study = ReferenceStudy.write(folder.resolve("study"), new NullProgressMonitor());
        comparison = Comparison.read(study, ReferenceStudy.EXPERIMENT, AllStatistics.suite(),
                new NullProgressMonitor());
    }

    @Test
    void figures_areWrittenInTheAskedFormats() throws Exception {
        List<Path> files = ComparisonExport.figures(comparison, ViewOptions.defaults(), EnumSet.of(FigureFormat.SVG),
                folder.resolve("figures"), new NullProgressMonitor());
        assertTrue(files.size() >= 3, "figures: " + files.size());
        for (Path file : files) {
            assertTrue(file.toString().endsWith(".svg"), file.toString());
            assertTrue(Files.readString(file).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
        }
        Path png = ComparisonExport.figures(comparison, ViewOptions.defaults(), EnumSet.of(FigureFormat.PNG),
                folder.resolve("figures"), new NullProgressMonitor()).get(0);
        assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, StandardCharsets.US_ASCII));
    }

    @Test
    void html_refersToNothingOutside() throws Exception {
        Path file = folder.resolve("c.html");
        ComparisonExport.html(comparison, ViewOptions.defaults(), file, new NullProgressMonitor());
        String html = Files.readString(file);
        assertFalse(html.matches("(?s).*(href|src)=\"(?!#|data:).*"), "a reference leads out of the file");
        assertFalse(html.contains("<script") || html.contains("@import") || html.contains("url(http"));
    }

    @Test
    void aCancelledExport_leavesNothing() {
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        Path out = folder.resolve("out");
        ViewOptions options = ViewOptions.defaults();
        assertThrows(OperationCanceledException.class,
                () -> ComparisonExport.html(comparison, options, out.resolve("c.html"), cancelled));
        assertThrows(OperationCanceledException.class,
                () -> ComparisonExport.pdf(comparison, options, out.resolve("c.pdf"), cancelled));
        assertThrows(OperationCanceledException.class,
                () -> ComparisonExport.csv(comparison, options, out, cancelled));
        assertThrows(OperationCanceledException.class, () -> ComparisonExport.figures(comparison, options,
                EnumSet.allOf(FigureFormat.class), out, cancelled));
        assertFalse(Files.exists(out));
    }

    @Test
    void aPlaceThatCannotBeWritten_isNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        GlomeraException failure = assertThrows(GlomeraException.class, () -> ComparisonExport.csv(comparison,
                ViewOptions.defaults(), file, new NullProgressMonitor()));
        assertEquals(Kind.RESOURCES, failure.kind());
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }

    @Test
    void fileNames_areSafeWhateverAPluginCallsItsStatistic() {
        Page page = new Page("statistics", "Statistics", List.of());
        assertEquals("statistics-.._.._etc_x.csv", ComparisonExport.fileName(page, "../../etc/x", "csv"));
        assertEquals("statistics-wilcoxon.csv", ComparisonExport.fileName(page, "statistics-wilcoxon", "csv"));
    }

    @Test
    void report_ofAStudyWithoutImages_isMadeFromItsTables() throws Exception {
        Path report = new PipelineServices(new TestComponents()).report().run(new ReportRequest(study.root(),
                ReferenceStudy.EXPERIMENT), new NullProgressMonitor()).reportFile();
        String html = Files.readString(report);
        assertTrue(html.contains("Published and recomputed") && html.contains("5.55\u00a0%"), "pages of the comparison");
        assertFalse(html.contains("data:image/png"), "no slice is shown");
        assertFalse(html.contains("id=\"slices\"") || html.contains("id=\"methods\""), "nor are there empty sections");
    }
}
