package org.glomera.chart;

import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG text, parsed. */
record Svg(Element root) {

    private static final Pattern TRANSFORM = Pattern.compile("(matrix|translate|rotate)\\(([^)]*)\\)");

    static Svg parse(String text) throws Exception {
        return new Svg(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(text))).getDocumentElement());
    }

    List<Element> all(String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    /** Elements whose style, or that of the nearest group around them that says it, has this colour as its stroke. */
    List<Element> stroked(String tag, int rgb) {
        String colour = "rgb(" + (rgb >> 16) + "," + (rgb >> 8 & 0xff) + "," + (rgb & 0xff) + ")";
        return all(tag).stream().filter(each -> colour.equals(style(each, "stroke"))).toList();
    }

    static String style(Element element, String property) {
        for (Element each = element; each != null; each = each.getParentNode() instanceof Element up ? up : null) {
            for (String part : each.getAttribute("style").split(";")) {
                if (part.strip().startsWith(property + ":")) {
                    return part.strip().substring(property.length() + 1).strip();
                }
            }
        }
        return "";
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** A text and the box that its letters take. */
    record Text(String content, Rectangle2D box) {
    }

    /** All texts where they stand, measured with the fonts of this machine. */
    List<Text> texts() {
        return all("text").stream().map(Svg::text).toList();
    }

    private static Text text(Element element) {
        float size = Float.parseFloat(style(element, "font-size").replace("px", ""));
        boolean bold = "bold".equals(style(element, "font-weight"));
        Font font = Charts.font(bold ? Font.BOLD : Font.PLAIN, size);
        String content = element.getTextContent();
        // capitals and digits reach 0.73 of the size above the base line, descenders 0.2 below it
        Rectangle2D letters = new Rectangle2D.Double(number(element, "x"), number(element, "y") - 0.73 * size,
                Texts.width(font, content), 0.93 * size);
        return new Text(content, transform(element).createTransformedShape(letters).getBounds2D());
    }

    /** The transforms of an element and of all groups around it; those of Batik are these. */
    private static AffineTransform transform(Element element) {
        AffineTransform whole = new AffineTransform();
        for (Element each = element; each != null; each = each.getParentNode() instanceof Element up ? up : null) {
            Matcher matcher = TRANSFORM.matcher(each.getAttribute("transform"));
            AffineTransform own = new AffineTransform();
            while (matcher.find()) {
                double[] n = Arrays.stream(matcher.group(2).split(",")).mapToDouble(Double::parseDouble).toArray();
                own.concatenate(switch (matcher.group(1)) {
                    case "matrix" -> new AffineTransform(n);
                    case "rotate" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]));
                    default -> AffineTransform.getTranslateInstance(n[0], n[1]);
                });
            }
            whole.preConcatenate(own);
        }
        return whole;
    }
}
