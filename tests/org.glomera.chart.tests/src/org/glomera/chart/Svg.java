package org.glomera.chart;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG text, parsed. */
record Svg(Element root) {

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
}
