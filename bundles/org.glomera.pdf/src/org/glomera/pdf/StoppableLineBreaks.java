package org.glomera.pdf;

import java.text.BreakIterator;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines between words, but never at a slash, so that {@code Bq/ml} and {@code SPECT/CT} stay whole, until the user
 * cancels: the layout has no other place that is asked so often.
 */
final class StoppableLineBreaks implements FSTextBreaker {

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ENGLISH);
    private final IProgressMonitor monitor;
    private String text = "";

    StoppableLineBreaks(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at != BreakIterator.DONE && isAtSlash(at)) {
            at = breaks.next();
        }
        return at;
    }

    private boolean isAtSlash(int at) {
        return at > 0 && at < text.length() && (text.charAt(at) == '/' || text.charAt(at - 1) == '/');
    }

    @Override
    public void setText(String newText) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        text = newText;
        breaks.setText(newText);
    }
}
