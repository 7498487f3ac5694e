package org.glomera.ui.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.glomera.ui.explorer.StudyExplorer;

/** The window as the benchmark sees it, from its own thread. */
final class Window {

    private static final long PAUSE_MS = 5;

    private final Display display;

    Window(Display display) {
        this.display = display;
    }

    Display display() {
        return display;
    }

    /** Calls on the UI thread and waits for the answer. */
    <T> T call(Callable<T> task) throws Exception {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                answer.set(task.call());
            } catch (Exception e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw failure.get();
        }
        return answer.get();
    }

    /** Waits until something on the UI thread is so. */
    void waitFor(String what, int mostSeconds, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
        while (!Boolean.TRUE.equals(call(condition))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + mostSeconds + " s in vain for " + what);
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    /** The page of the window; null before it is open. Only on the UI thread. */
    static IWorkbenchPage page() {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        return windows.length == 0 || !windows[0].getShell().isVisible() ? null : windows[0].getActivePage();
    }

    /** The number of lines of the explorer, those of studies that are being read not among them. UI thread. */
    static int linesOfExplorer() {
        IWorkbenchPage page = page();
        IViewPart explorer = page == null ? null : page.findView(StudyExplorer.ID);
        if (explorer == null || !(explorer.getSite().getSelectionProvider() instanceof TreeViewer viewer)) {
            return 0;
        }
        int lines = 0;
        for (TreeItem item : viewer.getTree().getItems()) {
            lines += item.getItemCount();
        }
        return lines;
    }
}
