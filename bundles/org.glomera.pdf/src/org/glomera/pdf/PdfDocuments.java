package org.glomera.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/**
 * Writes HTML as PDF: pages of A4 with the document's title and the page number at the foot, figures as vectors, fonts
 * embedded. Style sheets are those of CSS 2.1 with paged media; the page itself ({@code @page}) is laid out here.
 *
 * <p>The document refers to nothing outside itself: only {@code data:} URIs are read, anything else is left out, be it a
 * file or an address. Nothing is drawn on a display.
 */
public final class PdfDocuments {

    /** The family that a style sheet names for text; it has every sign that Glomera's pages use. */
    public static final String TEXT_FAMILY = Fonts.TEXT;

    /** The family that a style sheet names for text of equal width. */
    public static final String CODE_FAMILY = Fonts.CODE;

    private static final String DATA_URI = "data:";
    private static final int MOST_CHARACTERS = 200_000_000;
    private static final int STEPS = 100;

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        LibraryLog.install();
        FontMappers.set(new BuiltInFontMapper());
    }

    private PdfDocuments() {
    }

    /**
     * Writes a document.
     *
     * @param xhtml the document: well-formed HTML with a head, without a document type; SVG elements stand in their
     *        namespace
     * @param title what the foot of each page and the file's properties say
     * @param file the file, written beside its place and moved into it; its folder is made where needed
     * @throws GlomeraException of the kind COMPUTATION when the document is not well-formed or cannot be laid out, of
     *         the kind RESOURCES when the file cannot be written
     * @throws OperationCanceledException within a second when the monitor was cancelled; the file is as it was
     */
    public static void write(String xhtml, String title, Path file, IProgressMonitor monitor) throws GlomeraException {
        Objects.requireNonNull(title);
        SubMonitor progress = SubMonitor.convert(monitor, "Writing " + file.getFileName(), STEPS);
        progress.checkCanceled().subTask("Laying out the pages of " + file.getFileName());
        byte[] pdf = pages(xhtml, title, monitor);
        progress.setWorkRemaining(1).checkCanceled();
        try {
            AtomicFiles.write(file, out -> out.write(pdf));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " cannot be written: " + e.getMessage()
                    + ". Check free space and permissions.", e);
        }
        progress.done();
    }

    private static byte[] pages(String xhtml, String title, IProgressMonitor monitor) throws GlomeraException {
        try {
            return Abandonable.await(() -> {
                Document document = parse(xhtml);
                PageStyle.addTo(document, title);
                return render(document, monitor);
            }, monitor);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GlomeraException known) {
                throw known;
            }
            if (e.getCause() instanceof OperationCanceledException cancelled) {
                throw cancelled;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new GlomeraException(Kind.COMPUTATION, "The document '" + title + "' cannot be made a PDF: its layout"
                    + " fails (" + e.getCause().getClass().getSimpleName() + "). Its HTML is not affected; please"
                    + " report this.", e.getCause());
        }
    }

    private static Document parse(String xhtml) throws GlomeraException {
        if (xhtml.length() > MOST_CHARACTERS) {
            throw new GlomeraException(Kind.COMPUTATION, "A document of " + xhtml.length()
                    + " characters is too long for a PDF. Compare fewer cases or networks at a time.");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform reads XML.", e);
        } catch (SAXException | IOException e) {
            throw new GlomeraException(Kind.COMPUTATION, "A document is not well-formed and cannot be made a PDF: "
                    + e.getMessage() + " Please report this.", e);
        }
    }

    private static byte[] render(Document document, IProgressMonitor monitor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(document, null);
        builder.withProducer("Glomera");
        builder.useSVGDrawer(new SvgFigures(monitor));
        builder.useExternalResourceAccessControl((uri, type) -> isInside(uri),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useUriResolver((base, uri) -> isInside(uri) ? uri : null);
        builder.useProtocolsStreamImplementation(PdfDocuments::refuse, "http", "https", "file", "jar", "ftp");
        Fonts.addTo(builder);
        builder.useUnicodeLineBreaker(new StoppableLineBreaks(monitor));
        builder.usePageSupplier(new StoppablePages(monitor));
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDF();
        }
        return out.toByteArray();
    }

    private static boolean isInside(String uri) {
        return uri != null && (uri.startsWith(DATA_URI) || uri.startsWith("#"));
    }

    private static FSStream refuse(String uri) {
        throw new IllegalStateException("A document refers to nothing outside itself.");
    }

    /** Refuses what is not well-formed; the parser's own handler prints it. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // A warning does not keep the document from being read.
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
