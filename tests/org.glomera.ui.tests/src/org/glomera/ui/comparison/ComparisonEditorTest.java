package org.glomera.ui.comparison;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.glomera.chart.Hit;
import org.glomera.chart.LineChart;
import org.glomera.chart.Palette;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Pages;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableRow;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.exporting.ComparisonExport;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.StudyFolder;
import org.glomera.ui.CaseSelection;
import org.glomera.ui.Commands;
import org.glomera.ui.FileWriting;
import org.glomera.ui.Samples;
import org.glomera.ui.Theme;
import org.glomera.ui.Workbench;
import org.glomera.ui.editor.FigurePane;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.ItemInput.Kind;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison editor in the workbench, as its user meets it. */
class ComparisonEditorTest {

    /** Anti-aliased lines leave at least this many pixels of a run's pure colour in a figure. */
    private static final int SOME_PIXELS = 20;

    @TempDir
    Path folder;

    private ComparisonPane pane;

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    private void open(Path root, String experiment) throws Exception {
        pane = onUiThread(() -> ((ComparisonEditor) Workbench.page().openEditor(
                new ItemInput(Kind.EXPERIMENT, root, experiment), ComparisonEditor.ID)).pane());
    }

    /** Opens the sample experiment and waits until a page of it stands there. */
    private void openSample(PageKind kind) throws Exception {
        open(Samples.comparison(folder.resolve("lutate")).root(), "first");
        show(kind);
    }

    private void show(PageKind kind) throws Exception {
        waitUntil(() -> pane.comparison().isPresent() && pane.tab(kind).isPresent(), () -> "warnings "
                + pane.warnings());
        onUiThread(() -> {
            pane.open(kind);
            return null;
        });
        waitUntil(() -> pane.front().view().page().isPresent()
                && pane.front().view().figures().stream().allMatch(figure -> figure.pane().isUpToDate()),
                () -> kind + " of " + pane.front().view().page());
    }

    private PageView view() {
        return pane.front().view();
    }

    private static List<List<String>> texts(Table table) {
        return List.of(table.getItems()).stream()
                .map(item -> IntStream.range(0, table.getColumnCount()).mapToObj(item::getText)
                        .toList())
                .toList();
    }

    private static List<List<String>> texts(TableBlock block) {
        return block.rows().stream().map(row -> row.cells().stream().map(cell -> cell.text()).toList()).toList();
    }

    @Test
    void everyPageOfTheReferenceStudy_showsWhatTheModelSays() throws Exception {
        StudyFolder study = ReferenceStudy.write(folder.resolve("reference"), null);
        List<Page> pages = Pages.all(Comparison.read(study, ReferenceStudy.EXPERIMENT, null), ViewOptions.defaults());
        open(study.root(), ReferenceStudy.EXPERIMENT);
        assertEquals(6, pages.size());
        for (PageKind kind : PageKind.values()) {
            show(kind);
            Page expected = pages.get(kind.ordinal());
            onUiThread(() -> {
                assertEquals(expected, view().page().orElseThrow(), kind.title());
                assertEquals(expected.tables().size(), view().tables().size());
                for (int i = 0; i < expected.tables().size(); i++) {
                    assertEquals(texts(expected.tables().get(i)), texts(view().tables().get(i).table()), kind.title());
                    assertEquals(expected.tables().get(i).columns().get(0).heading(),
                            view().tables().get(i).table().getColumn(0).getText().replace('\n', ' '));
                }
                assertEquals(expected.figures().size(), view().figures().size());
                return null;
            });
        }
    }

    @Test
    void aFigureOnTheScreen_hasTheColourOfEachRun() throws Exception {
        openSample(PageKind.CURVES);
        onUiThread(() -> {
            ImageData data = painted(view().figures().get(0).pane());
            for (int run = 0; run < 3; run++) {
                RGB colour = Theme.rgb(Palette.of(run));
                int pixels = 0;
                for (int i = 0; i < data.width * data.height; i++) {
                    pixels += colour.equals(data.palette.getRGB(data.getPixel(i % data.width, i / data.width))) ? 1 : 0;
                }
                assertTrue(pixels > SOME_PIXELS, pixels + " pixels of run " + run);
            }
            return null;
        });
    }

    private static ImageData painted(FigurePane figure) {
        Rectangle area = figure.getClientArea();
        Image image = new Image(figure.getDisplay(), area.width, area.height);
        GC gc = new GC(image);
        try {
            figure.print(gc);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private Hit hitOf(FigurePane figure, String caseId) {
        return figure.drawing().orElseThrow().hits().stream().filter(hit -> hit.key().equals(caseId)).findFirst()
                .orElseThrow(() -> new AssertionError("no point of " + caseId));
    }

    private void click(FigurePane figure, int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        figure.notifyListeners(SWT.MouseDown, event);
    }

    @Test
    void aClickOnAPoint_selectsTheCaseEverywhere_andEscapeClearsIt() throws Exception {
        openSample(PageKind.CASES);
        show(PageKind.DISTRIBUTIONS);
        onUiThread(() -> {
            FigurePane figure = view().figures().get(0).pane();
            Hit hit = hitOf(figure, "e3");
            click(figure, (int) Math.round(hit.x()), (int) Math.round(hit.y()));
            return null;
        });
        onUiThread(() -> {
            assertEquals("e3", pane.selected());
            for (TableView table : pane.tab(PageKind.CASES).orElseThrow().view().tables()) {
                assertEquals(List.of("e3"), List.of(table.table().getSelection()).stream().map(each -> each.getText(0))
                        .toList());
            }
            Object chosen = ((IStructuredSelection) Workbench.page().getWorkbenchWindow().getSelectionService()
                    .getSelection()).getFirstElement();
            CaseSelection selection = assertInstanceOf(CaseSelection.class, chosen);
            assertEquals("e3", selection.caseId());
            assertEquals(List.of("hybrid", "low", "high"), selection.runs());
            return null;
        });
        onUiThread(() -> {
            pane.control().traverse(SWT.TRAVERSE_ESCAPE);
            assertEquals("", pane.selected());
            return null;
        });
    }

    @Test
    void aDoubleClickOnARow_opensTheImagesOfItsCase() throws Exception {
        openSample(PageKind.CASES);
        String clicked = onUiThread(() -> {
            Table table = view().tables().get(0).table();
            table.setSelection(1);
            String name = table.getItem(1).getText(0);
            table.notifyListeners(SWT.DefaultSelection, new Event());
            return name;
        });
        waitUntil(() -> Workbench.page().getActiveEditor() instanceof SliceEditor, () -> "no viewer in front");
        assertEquals(clicked, onUiThread(() -> ((SliceInput) Workbench.page().getActiveEditor().getEditorInput())
                .caseId()));
    }

    @Test
    void aSelectedCase_isDrawnDifferently() throws Exception {
        openSample(PageKind.DISTRIBUTIONS);
        int[] before = onUiThread(() -> view().figures().get(0).pane().drawing().orElseThrow().argb());
        onUiThread(() -> {
            pane.select("e2");
            return null;
        });
        waitUntil(() -> view().figures().get(0).pane().isUpToDate(), () -> "not drawn anew");
        int[] after = onUiThread(() -> view().figures().get(0).pane().drawing().orElseThrow().argb());
        assertTrue(!Arrays.equals(before, after));
    }

    @Test
    void aCaseSelectedInTheExplorer_isSelectedInTheEditor_andBackItAdaptsToTheLine() throws Exception {
        openSample(PageKind.CASES);
        OpenStudies.ofWorkbench().open(folder.resolve("lutate"));
        waitForLine("e2");
        Workbench.select(folder.resolve("lutate") + "/TEST/e2");
        waitUntil(() -> pane.selected().equals("e2"), () -> "selected is '" + pane.selected() + "'");
        CaseSelection selection = new CaseSelection(folder.resolve("lutate"), "first", "e2", List.of("hybrid"));
        assertEquals(folder.resolve("lutate") + "/TEST/e2", selection.getAdapter(StudyNode.Case.class).key());
        assertEquals("e2", ((StudyNode.Case) selection.getAdapter(StudyNode.class)).info().id());
    }

    @Test
    void aCaseSelectedElsewhere_isBroughtIntoSight() throws Exception {
        StudyFolder study = ReferenceStudy.write(folder.resolve("reference"), null);
        open(study.root(), ReferenceStudy.EXPERIMENT);
        show(PageKind.CASES);
        onUiThread(() -> {
            ScrolledComposite page = (ScrolledComposite) view().control();
            TableView table = view().tables().get(0);
            String first = table.table().getItem(0).getText(0);
            page.setOrigin(0, page.getContent().getSize().y);
            int bottom = page.getOrigin().y;
            assertTrue(table.rowOf(first, page.getContent()).orElseThrow().y < bottom, "the row is in sight already");
            pane.select(first);
            Rectangle row = table.rowOf(first, page.getContent()).orElseThrow();
            int top = page.getOrigin().y;
            assertTrue(row.y >= top && row.y + row.height <= top + page.getClientArea().height,
                    row + " in a page that shows from " + top);
            return null;
        });
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(pane.control().getDisplay());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void copy_putsTheSelectedRowsOnTheClipboard_andCopyTableTheWholeWithHeadings() throws Exception {
        openSample(PageKind.CASES);
        onUiThread(() -> {
            TableView table = view().tables().get(0);
            TableBlock block = view().page().orElseThrow().tables().get(0);
            String[] lines = block.tsv().split("\n");
            table.table().setSelection(new int[] {1, 3});
            table.table().notifyListeners(SWT.FocusIn, new Event());
            Commands.run(IWorkbenchCommandConstants.EDIT_COPY);
            assertEquals(lines[2] + "\n" + lines[4] + "\n", clipboard());
            table.copyTable();
            assertEquals(block.tsv(), clipboard());
            return null;
        });
    }

    @Test
    void copyPicture_putsAPictureOnTheClipboard() throws Exception {
        openSample(PageKind.CURVES);
        onUiThread(() -> {
            view().figures().get(0).copyPicture();
            Clipboard clipboard = new Clipboard(pane.control().getDisplay());
            try {
                ImageData data = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
                assertEquals(2 * view().page().orElseThrow().figures().get(0).width(), data.width);
            } finally {
                clipboard.dispose();
            }
            return null;
        });
    }

    @Test
    void tables_areSortedByAClickOnAHeading_andFilteredByWords() throws Exception {
        openSample(PageKind.CASES);
        onUiThread(() -> {
            Table table = view().tables().get(0).table();
            int last = table.getColumnCount() - 1;
            table.getColumn(0).notifyListeners(SWT.Selection, new Event());
            table.getColumn(0).notifyListeners(SWT.Selection, new Event());
            assertEquals(List.of("e4", "e3", "e2", "e1"), texts(table).stream().map(row -> row.get(0)).toList());
            assertEquals(SWT.DOWN, table.getSortDirection());
            assertTrue(last > 0);
            pane.front().choices().filter().orElseThrow().setText("E2");
            assertEquals(List.of("e2"), texts(table).stream().map(row -> row.get(0)).toList());
            return null;
        });
    }

    @Test
    void whileARunIsTrained_theCurvesFollow_andTheSortingStays() throws Exception {
        openSample(PageKind.CASES);
        OpenStudies.ofWorkbench().open(folder.resolve("lutate"));
        onUiThread(() -> {
            view().tables().get(0).sort(new Sorting(0, false));
            view().tables().get(0).table().setSelection(2);
            return null;
        });
        show(PageKind.CURVES);
        double before = onUiThread(this::lastEpochOfTheThirdRun);
        StudyFolder study = StudyFolder.open(folder.resolve("lutate"));
        Samples.writeCurve(study, "high", 25);
        waitUntil(() -> lastEpochOfTheThirdRun() == 25, () -> "at epoch " + lastEpochOfTheThirdRun());
        assertEquals(10, before);
        onUiThread(() -> {
            Table table = pane.tab(PageKind.CASES).orElseThrow().view().tables().get(0).table();
            assertEquals("e4", table.getItem(0).getText(0));
            assertEquals("e2", table.getSelection()[0].getText(0));
            return null;
        });
    }

    private double lastEpochOfTheThirdRun() {
        LineChart chart = (LineChart) view().figures().get(0).pane().chart();
        return chart.lines().stream().filter(line -> line.name().contains("high"))
                .flatMap(line -> line.points().stream()).mapToDouble(point -> point.x()).max().orElse(0);
    }

    @Test
    void fewerRuns_keepTheirColours_andTheChoiceIsRemembered() throws Exception {
        openSample(PageKind.CASES);
        onUiThread(() -> {
            pane.compare(List.of("hybrid", "high"));
            return null;
        });
        waitUntil(() -> pane.comparison().orElseThrow().runs().size() == 2, () -> "runs");
        int rgb = onUiThread(() -> pane.comparison().orElseThrow().runs().get(1).rgb());
        assertEquals(Palette.of(2), rgb);
        onUiThread(() -> Workbench.page().closeAllEditors(false));
        open(folder.resolve("lutate"), "first");
        waitUntil(() -> pane.comparison().isPresent(), () -> "not read");
        assertEquals(2, onUiThread(() -> pane.comparison().orElseThrow().runs().size()));
        assertEquals(PageKind.CASES, onUiThread(() -> pane.front().kind()));
    }

    @Test
    void problems_areAllNamedInTheBanner() throws Exception {
        StudyFolder study = Samples.comparison(folder.resolve("lutate"));
        study.writeCaseResults("first", study.readCaseResults("first").stream()
                .filter(row -> !(row.caseId().equals("e2") && row.network().equals("low"))).toList());
        open(study.root(), "first");
        waitUntil(() -> pane.comparison().isPresent(), () -> "not read");
        onUiThread(() -> {
            assertEquals(pane.comparison().orElseThrow().problems(), pane.warnings());
            assertTrue(pane.warnings().stream().anyMatch(each -> each.contains("e2")), () -> "" + pane.warnings());
            return null;
        });
    }

    @Test
    void anExperimentThatCannotBeRead_saysWhy_andIsReadOnceItIsRepaired() throws Exception {
        StudyFolder study = Samples.comparison(folder.resolve("lutate"));
        Path file = study.root().resolve("experiments/first/experiment.json");
        String good = Files.readString(file);
        Files.writeString(file, "{");
        open(study.root(), "first");
        waitUntil(() -> !pane.warnings().isEmpty(), () -> "no warning");
        assertTrue(onUiThread(pane::warnings).get(0).contains("experiment.json"), () -> "" + pane.warnings());
        Files.writeString(file, good);
        OpenStudies.ofWorkbench().open(study.root());
        waitUntil(() -> pane.comparison().isPresent(), () -> "" + pane.warnings());
    }

    @Test
    void aFileThatVanishes_leavesWhatWasRead_andIsNamed() throws Exception {
        openSample(PageKind.CASES);
        OpenStudies.ofWorkbench().open(folder.resolve("lutate"));
        waitForLine("Three networks");
        Files.delete(folder.resolve("lutate/experiments/first/experiment.json"));
        waitUntil(() -> pane.warnings().stream().anyMatch(each -> each.contains("experiment.json")
                && each.endsWith("Below is what was read before.")), () -> "" + pane.warnings());
        onUiThread(() -> {
            assertEquals(4, view().tables().get(0).table().getItemCount());
            return null;
        });
    }

    @Test
    void exporting_writesAllPages_andSaysSo() throws Exception {
        openSample(PageKind.CASES);
        Path file = folder.resolve("exported.html");
        AtomicReference<String> said = new AtomicReference<>();
        Comparison shown = onUiThread(() -> pane.comparison().orElseThrow());
        onUiThread(() -> new FileWriting(pane.control().getShell(), said::set).start(file,
                (target, monitor) -> ComparisonExport.html(shown, ViewOptions.defaults(), target, monitor)));
        waitUntil(() -> said.get() != null, () -> "nothing was said");
        assertEquals("Written: " + file, said.get());
        String html = Files.readString(file);
        for (Page page : Pages.all(shown, ViewOptions.defaults())) {
            assertTrue(html.contains(page.title()), page.title());
        }
    }

    @Test
    void anExportThatFails_isSaidInOneSentence() throws Exception {
        openSample(PageKind.CASES);
        String sentence = "The disk is full. Make room and export again.";
        onUiThread(() -> new FileWriting(pane.control().getShell(), words -> { }).start(folder.resolve("x.html"),
                (target, monitor) -> {
                    throw new GlomeraException(GlomeraException.Kind.RESOURCES, sentence,
                            new IllegalStateException("the details"));
                }));
        waitUntil(() -> dialog() != null, () -> "no dialog");
        onUiThread(() -> {
            List<String> words = new ArrayList<>();
            collect(dialog(), words);
            dialog().close();
            assertTrue(words.contains(sentence), () -> "" + words);
            assertTrue(words.stream().noneMatch(each -> each.contains("details")), () -> "" + words);
            return null;
        });
    }

    private static Shell dialog() {
        return Arrays.stream(Display.getCurrent().getShells()).filter(each -> each.getText().equals("Export"))
                .findFirst().orElse(null);
    }

    private static void collect(Composite parent, List<String> words) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Label label) {
                words.add(label.getText());
            } else if (child instanceof Composite composite) {
                collect(composite, words);
            }
        }
    }

    @Test
    void otherOptions_giveAnotherPage() throws Exception {
        openSample(PageKind.CASES);
        Page before = onUiThread(() -> view().page().orElseThrow());
        onUiThread(() -> {
            pane.choose(pane.options().withFlagPercent(1));
            return null;
        });
        waitUntil(() -> !view().page().orElseThrow().equals(before), () -> "the page is the same");
        assertNotEquals(tones(before), onUiThread(() -> tones(view().page().orElseThrow())));
    }

    private static List<String> tones(Page page) {
        return page.tables().stream().flatMap(table -> table.rows().stream()).map(TableRow::cells)
                .flatMap(List::stream).map(cell -> cell.tone().name()).toList();
    }
}
