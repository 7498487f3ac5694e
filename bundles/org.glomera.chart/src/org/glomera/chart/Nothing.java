package org.glomera.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws a chart without values: its title, and a sentence in the place of the figure. */
final class Nothing {

    private static final Font FONT = Charts.font(Font.ITALIC, 12);
    private static final double LINE_HEIGHT = 16;
    private static final double EDGE = 12;

    private Nothing() {
    }

    static void paint(Chart chart, int width, int height, Graphics2D graphics, Scheme scheme) {
        graphics.setPaint(scheme.groundColour());
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        List<String> title = chart.title().isBlank() ? List.of()
                : Texts.wrap(FigureStyle.HEADING, chart.title(), width - 2 * EDGE);
        graphics.setPaint(scheme.inkColour());
        graphics.setFont(FigureStyle.HEADING);
        double y = EDGE;
        for (String line : title) {
            y += LINE_HEIGHT;
            graphics.drawString(line, (float) EDGE, (float) (y - 4));
        }
        List<String> lines = Texts.wrap(FONT, Contents.nothing(chart), width - 4 * EDGE);
        graphics.setPaint(scheme.axisColour());
        graphics.setFont(FONT);
        y = Math.max(y, (height - lines.size() * LINE_HEIGHT) / 2);
        for (String line : lines) {
            y += LINE_HEIGHT;
            graphics.drawString(line, (float) ((width - Texts.width(FONT, line)) / 2), (float) (y - 4));
        }
    }
}
