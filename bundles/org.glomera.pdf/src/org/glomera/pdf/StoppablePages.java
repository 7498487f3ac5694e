package org.glomera.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import com.openhtmltopdf.pdfboxout.PageSupplier;

/** Makes pages until the user cancels. */
final class StoppablePages implements PageSupplier {

    private final IProgressMonitor monitor;

    StoppablePages(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public PDPage requestPage(PDDocument document, float pageWidth, float pageHeight, int pageNumber,
            int shadowPageNumber) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        PDPage page = new PDPage(new PDRectangle(pageWidth, pageHeight));
        document.addPage(page);
        return page;
    }
}
