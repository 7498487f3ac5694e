package org.glomera.pdf;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Puts the page's layout and the title into a document's head. */
final class PageStyle {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String PAGE = """
            @page {
              size: A4; margin: 16mm 14mm 18mm 14mm;
              @bottom-left { content: "%s"; font: 7.5pt '%s'; color: #666666; }
              @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt '%s'; color: #666666; }
            }
            @page wide { size: A4 landscape; }
            """;
    private static final int LONGEST_FOOT = 110;

    private PageStyle() {
    }

    /** Adds to the head, which is made where there is none. */
    static void addTo(Document document, String title) {
        Element head = head(document);
        NodeList titles = head.getElementsByTagName("title");
        if (titles.getLength() == 0) {
            append(head, "title", title);
        }
        String foot = title.length() > LONGEST_FOOT ? title.substring(0, LONGEST_FOOT - 1) + "…" : title;
        append(head, "style", PAGE.formatted(cssString(foot), Fonts.TEXT, Fonts.TEXT)).setAttribute("type",
                "text/css");
    }

    private static Element head(Document document) {
        NodeList heads = document.getElementsByTagName("head");
        if (heads.getLength() > 0) {
            return (Element) heads.item(0);
        }
        Element root = document.getDocumentElement();
        Element head = document.createElementNS(namespace(root), "head");
        root.insertBefore(head, root.getFirstChild());
        return head;
    }

    private static Element append(Element parent, String name, String text) {
        Element made = parent.getOwnerDocument().createElementNS(namespace(parent), name);
        made.setTextContent(text);
        parent.appendChild(made);
        return made;
    }

    private static String namespace(Node node) {
        return node.getNamespaceURI() == null ? null : XHTML;
    }

    /** A text within a CSS string: every sign that could end it becomes its code point. */
    static String cssString(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c > 127) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('\\').append(Integer.toHexString(c)).append(' ');
            }
        });
        return escaped.toString();
    }
}
