package org.glomera.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.PropertySheet;
import org.glomera.ui.explorer.StudyExplorer;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/** What the tests see and do in the workbench, from a thread that is not the UI thread. */
public final class Workbench {

    /** Longer than any answer of the workbench takes on a busy machine. */
    private static final long PATIENCE_MS = 60_000;
    private static final long PAUSE_MS = 50;

    private Workbench() {
    }

    /** Calls on the UI thread and hands back what it gives or throws. */
    public static <T> T onUiThread(Callable<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Exception> thrown = new AtomicReference<>();
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            try {
                result.set(task.call());
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        if (thrown.get() != null) {
            throw new AssertionError("on the UI thread", thrown.get());
        }
        return result.get();
    }

    /** Waits until something on the UI thread is so; fails with the last description when it never is. */
    public static void waitUntil(Callable<Boolean> condition, Callable<String> description) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!onUiThread(condition)) {
            if (System.currentTimeMillis() > end) {
                fail("Never so; at the end: " + onUiThread(description));
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** The explorer's tree; only on the UI thread. */
    public static TreeViewer explorer() throws PartInitException {
        IViewPart view = page().showView(StudyExplorer.ID);
        return (TreeViewer) view.getSite().getSelectionProvider();
    }

    /** The texts of all lines of the explorer, everything expanded; only on the UI thread. */
    public static List<String> explorerLines() throws PartInitException {
        TreeViewer viewer = explorer();
        viewer.expandAll();
        List<String> lines = new ArrayList<>();
        collect(viewer.getTree().getItems(), 0, lines);
        return lines;
    }

    private static void collect(TreeItem[] items, int depth, List<String> lines) {
        for (TreeItem item : items) {
            lines.add("  ".repeat(depth) + item.getText());
            collect(item.getItems(), depth + 1, lines);
        }
    }

    /** Waits until the explorer has a line that contains a text. */
    public static void waitForLine(String text) throws InterruptedException {
        waitUntil(() -> explorerLines().stream().anyMatch(line -> line.contains(text)),
                () -> String.join("\n", explorerLines()));
    }

    /** Selects the line with a key in the explorer. */
    public static void select(String key) {
        onUiThread(() -> {
            StudyNode node = find(OpenStudies.ofWorkbench().studies(), key);
            explorer().setSelection(new StructuredSelection(node), true);
            return null;
        });
    }

    private static StudyNode find(List<StudyNode> nodes, String key) {
        for (StudyNode node : nodes) {
            StudyNode found = node.key().equals(key) ? node : find(node.children(), key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The lines of the Properties view as {@code name = value}; only on the UI thread. */
    public static List<String> properties() throws PartInitException {
        PropertySheet sheet = (PropertySheet) page().showView(IPageLayout.ID_PROP_SHEET, null,
                IWorkbenchPage.VIEW_VISIBLE);
        List<String> lines = new ArrayList<>();
        if (sheet.getCurrentPage().getControl() instanceof Tree tree) {
            for (TreeItem group : tree.getItems()) {
                for (TreeItem item : group.getItems()) {
                    lines.add(group.getText() + ": " + item.getText(0) + " = " + item.getText(1));
                }
            }
        }
        return lines;
    }

    /** Closes all studies and editors. */
    public static void closeEverything() {
        OpenStudies.ofWorkbench().studies().forEach(study -> OpenStudies.ofWorkbench().close(study.root()));
        onUiThread(() -> page().closeAllEditors(false));
    }
}
