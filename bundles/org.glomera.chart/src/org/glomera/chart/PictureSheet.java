package org.glomera.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Slices side by side on one sheet, each with its title above, the patient's directions at its edges and a bar of 50 mm;
 * lines of text below. Drawn without a display.
 */
public final class PictureSheet {

    private static final int GAP = 12;
    private static final int LINE = 20;
    private static final int BAR_MM = 50;
    private static final Color GROUND = new Color(0x16181b);
    private static final Color TEXT = new Color(0xe6e8eb);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font TITLE = FONT.deriveFont(Font.BOLD);

    private PictureSheet() {
    }

    /**
     * One slice.
     *
     * @param title what it is
     * @param argb its pixels as 0xAARRGGBB, row by row from the top left
     * @param width number of pixels a row
     * @param height number of rows
     * @param mmPerPixel how many millimetres a pixel is wide
     * @param directions the letters at its left, right, top and bottom edge
     */
    public record Panel(String title, int[] argb, int width, int height, double mmPerPixel, List<String> directions) {

        /** Refuses a number of pixels that is not width times height, and other than four directions. */
        public Panel {
            Objects.requireNonNull(title);
            directions = List.copyOf(directions);
            if (width < 1 || height < 1 || argb.length != (long) width * height || directions.size() != 4
                    || !(mmPerPixel > 0)) {
                throw new IllegalArgumentException(argb.length + " pixels and " + directions.size()
                        + " directions are no slice of " + width + " x " + height + ".");
            }
        }
    }

    /** A square of a colour with what it stands for; the colour is 0xRRGGBB. */
    public record Key(int rgb, String meaning) {
    }

    /**
     * The sheet as the bytes of a PNG file.
     *
     * @param panels the slices from left to right; at least one
     * @param keys what the colours of outlines stand for
     * @param lines text below, a line each; longer than the sheet is wide, it is broken between words
     */
    public static byte[] png(List<Panel> panels, List<Key> keys, List<String> lines) {
        return png(panels, panels.size(), keys, lines);
    }

    /**
     * The same with several rows of slices.
     *
     * @param columns how many slices stand side by side, at least 1; columns are as wide, and rows as high, as the
     *        largest slice where there is more than one row
     */
    public static byte[] png(List<Panel> panels, int columns, List<Key> keys, List<String> lines) {
        int rows = (panels.size() + columns - 1) / columns;
        int widest = panels.stream().mapToInt(Panel::width).max().orElseThrow();
        int tallest = panels.stream().mapToInt(Panel::height).max().orElseThrow();
        int width = GAP + (rows > 1 ? columns * (widest + GAP)
                : panels.stream().mapToInt(panel -> panel.width() + GAP).sum());
        int rowHeight = LINE + GAP + tallest;
        List<String> broken = broken(lines, width - 2 * GAP);
        int height = rows * rowHeight + GAP + (keys.isEmpty() ? 0 : LINE) + broken.size() * LINE + GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(GROUND);
            graphics.fillRect(0, 0, width, height);
            int x = GAP;
            for (int i = 0; i < panels.size(); i++) {
                x = i % columns == 0 ? GAP : x;
                draw(graphics, panels.get(i), x, i / columns * rowHeight);
                x += (rows > 1 ? widest : panels.get(i).width()) + GAP;
            }
            int y = rows * rowHeight + GAP + LINE / 2;
            if (!keys.isEmpty()) {
                drawKeys(graphics, keys, y);
                y += LINE;
            }
            graphics.setColor(TEXT);
            for (String line : broken) {
                graphics.drawString(line, GAP, y);
                y += LINE;
            }
        } finally {
            graphics.dispose();
        }
        return Pictures.png(sheet);
    }

    private static List<String> broken(List<String> lines, int width) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            FontMetrics metrics = graphics.getFontMetrics(FONT);
            List<String> broken = new ArrayList<>();
            for (String line : lines) {
                StringBuilder now = new StringBuilder();
                for (String word : line.split(" ")) {
                    if (!now.isEmpty() && metrics.stringWidth(now + " " + word) > width) {
                        broken.add(now.toString());
                        now.setLength(0);
                    }
                    now.append(now.isEmpty() ? "" : " ").append(word);
                }
                broken.add(now.toString());
            }
            return broken;
        } finally {
            graphics.dispose();
        }
    }

    private static void draw(Graphics2D graphics, Panel panel, int x, int above) {
        int top = above + LINE + GAP;
        graphics.setFont(TITLE);
        graphics.setColor(TEXT);
        graphics.drawString(panel.title(), x, above + LINE);
        BufferedImage image = new BufferedImage(panel.width(), panel.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, panel.width(), panel.height(), panel.argb(), 0, panel.width());
        graphics.drawImage(image, x, top, null);
        graphics.setFont(FONT);
        FontMetrics metrics = graphics.getFontMetrics();
        int middle = top + panel.height() / 2 + metrics.getAscent() / 2;
        int centre = x + panel.width() / 2;
        String right = panel.directions().get(1);
        letter(graphics, panel.directions().get(0), x + 5, middle);
        letter(graphics, right, x + panel.width() - 5 - metrics.stringWidth(right), middle);
        letter(graphics, panel.directions().get(2), centre, top + metrics.getAscent() + 2);
        letter(graphics, panel.directions().get(3), centre, top + panel.height() - 5);
        int bar = (int) Math.round(BAR_MM / panel.mmPerPixel());
        int bottom = top + panel.height() - 10;
        graphics.fillRect(x + 8, bottom, bar, 2);
        letter(graphics, BAR_MM + " mm", x + 8, bottom - 5);
    }

    private static void letter(Graphics2D graphics, String text, int x, int y) {
        graphics.setColor(GROUND);
        graphics.drawString(text, x + 1, y + 1);
        graphics.setColor(TEXT);
        graphics.drawString(text, x, y);
    }

    private static void drawKeys(Graphics2D graphics, List<Key> keys, int y) {
        int x = GAP;
        for (Key key : keys) {
            graphics.setColor(new Color(key.rgb()));
            graphics.fillRect(x, y - 10, 11, 11);
            graphics.setColor(TEXT);
            graphics.drawString(key.meaning(), x + 17, y);
            x += 17 + graphics.getFontMetrics().stringWidth(key.meaning()) + 2 * GAP;
        }
    }
}
