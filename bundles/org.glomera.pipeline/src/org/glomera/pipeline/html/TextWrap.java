package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width. */
final class TextWrap {

    private TextWrap() {
    }

    /** Breaks between words; a word that is longer than a line is broken. At least one line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String left = word;
            if (line.length() > 0 && line.length() + 1 + left.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (left.length() > width) {
                lines.add(left.substring(0, width));
                left = left.substring(width);
            }
            line.append(line.length() == 0 || left.isEmpty() ? "" : " ").append(left);
        }
        if (line.length() > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
