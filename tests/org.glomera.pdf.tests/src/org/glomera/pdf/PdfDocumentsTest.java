package org.glomera.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfDocumentsTest {

    private static final double A4_WIDTH_POINTS = 210 / 25.4 * 72;
    private static final double A4_HEIGHT_POINTS = 297 / 25.4 * 72;
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\""
            + " viewBox=\"0 0 200 100\"><rect x=\"10\" y=\"10\" width=\"80\" height=\"50\" fill=\"#0072b2\"/></svg>";
    /** A PNG of one red pixel. */
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElF"
            + "TkSuQmCC";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("out.pdf");
    }

    private static String html(String body) {
        return "<html><head><title>A study</title><style>body { font-family: '" + PdfDocuments.TEXT_FAMILY
                + "' }</style></head><body>" + body + "</body></html>";
    }

    private String textOf(String body) throws GlomeraException, IOException {
        PdfDocuments.write(html(body), "A study", file(), new NullProgressMonitor());
        try (PDDocument document = Loader.loadPDF(file().toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void text_isFoundInThePdf_withItsMathematicalSigns() throws Exception {
        String text = textOf("<h1>Verdict</h1><p>Network 2 differs by −3.4 %, p ≤ 0.05, Σx² ≥ 1 ± 2 × 3 – ▲ ▼</p>");
        assertTrue(text.contains("Network 2 differs by −3.4 %, p ≤ 0.05, Σx² ≥ 1 ± 2 × 3 – ▲ ▼"), text);
    }

    @Test
    void pages_areA4_withTitleAndNumberAtTheFoot() throws Exception {
        // 120 paragraphs of at least 9 points and a half stand on more than one page of 842 points.
        String text = textOf("<p>line</p>".repeat(120));
        try (PDDocument document = Loader.loadPDF(file().toFile())) {
            assertTrue(document.getNumberOfPages() > 1, "pages: " + document.getNumberOfPages());
            PDPage page = document.getPage(0);
            assertEquals(A4_WIDTH_POINTS, page.getMediaBox().getWidth(), 0.5);
            assertEquals(A4_HEIGHT_POINTS, page.getMediaBox().getHeight(), 0.5);
            assertTrue(text.contains("1 / " + document.getNumberOfPages()), text);
            assertTrue(text.contains("A study"), text);
            assertEquals("A study", document.getDocumentInformation().getTitle());
        }
    }

    @Test
    void fonts_areEmbedded() throws Exception {
        textOf("<p>plain <b>bold</b></p>");
        try (PDDocument document = Loader.loadPDF(file().toFile())) {
            PDResources resources = document.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : resources.getFontNames()) {
                assertTrue(resources.getFont(name).isEmbedded(), resources.getFont(name).getName());
                fonts++;
            }
            assertTrue(fonts >= 2, "regular and bold: " + fonts);
        }
    }

    @Test
    void svg_isDrawnAsVectors_andPngAsAPicture() throws Exception {
        textOf(SVG + "<img src=\"data:image/png;base64," + PNG + "\" alt=\"red\" style=\"width: 40px\"/>");
        try (PDDocument document = Loader.loadPDF(file().toFile())) {
            int forms = 0;
            int images = 0;
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    images++;
                } else {
                    forms++;
                }
            }
            assertEquals(1, forms, "the figure is a form of vectors");
            assertEquals(1, images, "the picture is an image");
        }
    }

    @Test
    void units_areNotBrokenAtTheirSlash() throws Exception {
        // 30 mm hold about a word a line.
        String text = textOf("<div style=\"width: 30mm\">concentration (Bq/ml) of the SPECT/CT, measured (Bq/ml)</div>");
        assertEquals(3, text.split("Bq/ml|SPECT/CT", -1).length - 1, text);
    }

    @Test
    void aFigureOfManyPoints_isDrawn() throws Exception {
        // 12,000 points: a box plot of 12 networks, two kidneys and 500 cases
        String svg = SVG.replace("</svg>", "<circle cx=\"5\" cy=\"5\" r=\"1\"/>".repeat(12_000) + "</svg>");
        textOf(svg);
        try (PDDocument document = Loader.loadPDF(file().toFile())) {
            assertTrue(document.getPage(0).getResources().getXObjectNames().iterator().hasNext(), "the figure");
        }
    }

    @Test
    void nothingOutside_isRead() throws Exception {
        Path secret = folder.resolve("secret.css");
        Files.writeString(secret, "p { content: 'leak' } p:after { content: 'leaked' }");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            AtomicInteger calls = new AtomicInteger();
            Thread listener = new Thread(() -> accept(server, calls));
            listener.start();
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            String text = textOf("<link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/>"
                    + "<style>@import url('" + address + "a.css'); @import url('" + secret.toUri() + "');</style>"
                    + "<img src=\"" + address + "a.png\" alt=\"\"/><p>kept</p>"
                    + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                    + " width=\"20\" height=\"20\"><image xlink:href=\"" + address
                    + "b.png\" width=\"10\" height=\"10\"/></svg>");
            server.close();
            listener.join(5000);
            assertEquals(0, calls.get(), "connections");
            assertTrue(text.contains("kept"), text);
            assertFalse(text.contains("leaked"), text);
        }
    }

    private static void accept(ServerSocket server, AtomicInteger calls) {
        try {
            while (true) {
                server.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // The server was closed: the test is over.
            return;
        }
    }

    @Test
    void aHostileTitle_isTextAndNothingElse() throws Exception {
        String title = "\"; } body { display: none } /* \\ <script>&";
        PdfDocuments.write(html("<p>kept</p>"), title, file(), new NullProgressMonitor());
        try (PDDocument document = Loader.loadPDF(file().toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("kept"), text);
            assertTrue(text.contains(title), text);
        }
    }

    @Test
    void entities_areRefused() {
        String bomb = "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><html><body>&a;</body></html>";
        GlomeraException failure = assertThrows(GlomeraException.class,
                () -> PdfDocuments.write(bomb, "t", file(), new NullProgressMonitor()));
        assertEquals(Kind.COMPUTATION, failure.kind());
        assertFalse(Files.exists(file()));
    }

    @Test
    void whatIsNotWellFormed_leavesTheFileAsItWas() throws Exception {
        Files.writeString(file(), "old");
        GlomeraException failure = assertThrows(GlomeraException.class,
                () -> PdfDocuments.write("<html><p></html>", "t", file(), new NullProgressMonitor()));
        assertTrue(failure.getMessage().contains("not well-formed"), failure.getMessage());
        assertEquals("old", Files.readString(file()));
    }

    @Test
    void cancel_leavesNoFile() throws IOException {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class,
                () -> PdfDocuments.write(html("<p>x</p>"), "t", file(), monitor));
        try (Stream<Path> left = Files.list(folder)) {
            assertArrayEquals(new Path[0], left.toArray());
        }
    }

    @Test
    void cancelWhilePagesAreMade_leavesNoFile() throws IOException {
        // Asked once before the layout; from the third time on, the answer is yes: the pages are being made then.
        NullProgressMonitor monitor = new NullProgressMonitor() {
            private int asked;

            @Override
            public boolean isCanceled() {
                return ++asked > 2;
            }
        };
        assertThrows(OperationCanceledException.class,
                () -> PdfDocuments.write(html("<p>line</p>".repeat(400)), "t", file(), monitor));
        try (Stream<Path> left = Files.list(folder)) {
            assertArrayEquals(new Path[0], left.toArray());
        }
    }
}
