package org.glomera.pdf;

import java.text.BreakIterator;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;

/** Breaks lines as the library does, until the user cancels: the layout has no other place that is asked so often. */
final class StoppableLineBreaks implements FSTextBreaker {

    private final UrlAwareLineBreakIterator breaks = new UrlAwareLineBreakIterator(
            BreakIterator.getLineInstance(Locale.ENGLISH));
    private final IProgressMonitor monitor;

    StoppableLineBreaks(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public int next() {
        return breaks.next();
    }

    @Override
    public void setText(String text) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        breaks.setText(text);
    }
}
