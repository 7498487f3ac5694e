package org.glomera.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.StringWriter;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A surface that becomes an SVG element, whose ids begin with a prefix. */
final class SvgCanvas {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DECIMALS = 2;

    private final SVGGraphics2D graphics;
    private final String idPrefix;
    private final int width;
    private final int height;

    SvgCanvas(int width, int height, String idPrefix) {
        this.idPrefix = idPrefix;
        this.width = width;
        this.height = height;
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(newDocument());
        context.setPrecision(DECIMALS);
        context.setComment(null);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return idPrefix + super.generateID(prefix);
            }
        });
        graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform makes XML documents.", e);
        }
    }

    /** Where to draw. */
    Graphics2D graphics() {
        return graphics;
    }

    /**
     * What was drawn, as an element without prologue that can stand in a page, with a title and a description for those
     * who do not see it.
     */
    String element(String title, String description) {
        Element root = root();
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", idPrefix + "title");
        root.setAttribute("aria-describedby", idPrefix + "desc");
        root.insertBefore(text("desc", description), root.getFirstChild());
        root.insertBefore(text("title", title), root.getFirstChild());
        return written(root);
    }

    private Element root() {
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        Element definitions = (Element) root.getElementsByTagNameNS(SVG, "defs").item(0);
        definitions.setAttribute("id", idPrefix + definitions.getAttribute("id"));
        return root;
    }

    private Element text(String name, String content) {
        Element element = graphics.getDOMFactory().createElementNS(SVG, name);
        element.setAttribute("id", idPrefix + name);
        element.setTextContent(content);
        return element;
    }

    private String written(Element root) {
        StringWriter text = new StringWriter();
        try {
            graphics.stream(root, text, true, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("A text in memory cannot fail.", e);
        }
        String document = text.toString();
        return document.substring(document.indexOf("<svg")).strip();
    }
}
