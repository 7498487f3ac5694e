package org.glomera.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.List;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.w3c.dom.Element;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.attributes.ViewBox;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.ResourcePolicy;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.awt.NullPlatformSupport;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;

/** Draws the SVG elements of a document as vectors; what an element refers to outside itself is not read. */
final class SvgFigures implements SVGDrawer {

    /** A figure of 500 cases and 12 networks has some ten thousand paths. */
    private static final int MOST_PATHS = 500_000;
    private static final DocumentLimits LIMITS = new DocumentLimits(DocumentLimits.DEFAULT.maxNestingDepth(),
            DocumentLimits.DEFAULT.maxUseNestingDepth(), MOST_PATHS);

    private final IProgressMonitor monitor;

    SvgFigures(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public SVGImage buildSVGImage(Element element, Box box, CssContext css, double cssWidth, double cssHeight,
            double dotsPerPixel) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        SVGDocument figure = new SVGLoader().load(new ByteArrayInputStream(bytes(element)), null,
                LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).documentLimits(LIMITS).build());
        if (figure == null) {
            throw new IllegalStateException("A figure of the document is no SVG that can be drawn.");
        }
        double ratio = figure.size().getHeight() / figure.size().getWidth();
        // The height that the layout passes may be that of the element's attributes, which the style's width overrules.
        double width = cssWidth >= 0 ? cssWidth : cssHeight >= 0 ? cssHeight / ratio
                : figure.size().getWidth() * dotsPerPixel;
        return new Figure(figure, width, width * ratio, dotsPerPixel);
    }

    private static byte[] bytes(Element element) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(element), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("An element in memory can be written.", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Figures name the generic families, which the Java platform draws.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // See importFontFaceRules.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** One figure in the size that the layout gave it; lengths in the layout's dots. */
    private record Figure(SVGDocument drawing, double width, double height, double dotsPerPixel) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(width);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(height);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            float wide = (float) (width / dotsPerPixel);
            float high = (float) (height / dotsPerPixel);
            device.drawWithGraphics((float) x, (float) y, wide, high, graphics -> drawing
                    .renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, wide, high)));
        }
    }
}
