package org.glomera.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Draws marks of the vertical axis: their bands and lines across the data area, their words to the right of it, moved
 * apart where they would meet.
 */
final class LevelLayer {

    private static final Font FONT = FigureStyle.SMALL;
    private static final double LINE_HEIGHT = 12.5;
    private static final double GAP = 6;
    private static final double WIDEST_SHARE = 0.24;
    private static final double NARROWEST = 70;
    private static final int BAND_ALPHA = 36;

    /** A word at the right edge. */
    private static final class Word {
        private final Mark mark;
        private final List<String> lines;
        private double top;

        Word(Mark mark, double width) {
            this.mark = mark;
            lines = Texts.wrap(FONT, mark.label(), width);
        }

        double height() {
            return lines.size() * LINE_HEIGHT;
        }

        double bottom() {
            return top + height();
        }
    }

    private final List<Mark> marks;
    private final double wordWidth;

    LevelLayer(List<Mark> marks, double figureWidth) {
        this.marks = marks;
        double widest = Math.max(NARROWEST, figureWidth * WIDEST_SHARE);
        wordWidth = marks.stream().filter(mark -> !mark.label().isBlank())
                .flatMap(mark -> Texts.wrap(FONT, mark.label(), widest).stream())
                .mapToDouble(line -> Texts.width(FONT, line)).max().orElse(0);
    }

    /** What the words need to the right of the data area. */
    double margin() {
        return wordWidth > 0 ? wordWidth + 2 * GAP : 0;
    }

    /** Bands and lines, behind the data. */
    void drawLines(Canvas canvas) {
        Rectangle2D area = canvas.area();
        canvas.clipped(() -> {
            for (Mark mark : marks) {
                if (mark.hasBand()) {
                    double top = canvas.y(mark.upper());
                    canvas.graphics().setPaint(canvas.translucent(mark.rgb(), BAND_ALPHA));
                    canvas.graphics().fill(new Rectangle2D.Double(area.getX(), top, area.getWidth(),
                            canvas.y(mark.lower()) - top));
                }
            }
            for (Mark mark : marks) {
                double y = canvas.y(mark.value());
                canvas.graphics().setPaint(canvas.colour(mark.rgb()));
                canvas.graphics().setStroke(FigureStyle.THIN_DASHED);
                canvas.graphics().draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
            }
        });
    }

    /** Words, beside the data. */
    void drawWords(Canvas canvas) {
        Rectangle2D area = canvas.area();
        for (Word word : placed(canvas)) {
            Graphics2D graphics = canvas.graphics();
            double y = canvas.y(word.mark.value());
            double middle = word.top + word.height() / 2;
            graphics.setPaint(canvas.colour(word.mark.rgb()));
            graphics.setStroke(FigureStyle.HAIR);
            graphics.draw(new Line2D.Double(area.getMaxX(), y, area.getMaxX() + GAP - 1, middle));
            graphics.setPaint(word.mark.rgb() == Mark.NEUTRAL ? canvas.scheme().inkColour()
                    : canvas.colour(word.mark.rgb()));
            graphics.setFont(FONT);
            for (int i = 0; i < word.lines.size(); i++) {
                graphics.drawString(word.lines.get(i), (float) (area.getMaxX() + GAP + 1),
                        (float) (word.top + (i + 0.78) * LINE_HEIGHT));
            }
            canvas.hits().add(area.getMaxX() + GAP + wordWidth / 2, middle, word.height() / 2, "",
                    () -> word.mark.label());
        }
    }

    /** The words from top to bottom; those that find no place are left out. */
    private List<Word> placed(Canvas canvas) {
        List<Word> words = new ArrayList<>();
        marks.stream().filter(mark -> !mark.label().isBlank() && canvas.yRange().contains(mark.value()))
                .sorted(Comparator.comparingDouble(Mark::value).reversed()).forEach(mark -> {
                    Word word = new Word(mark, wordWidth + 1);
                    word.top = canvas.y(mark.value()) - word.height() / 2;
                    words.add(word);
                });
        double lowest = canvas.area().getMaxY() + LINE_HEIGHT / 2;
        double highest = canvas.area().getMinY() - LINE_HEIGHT / 2;
        double room = lowest - highest;
        while (words.stream().mapToDouble(Word::height).sum() > room) {
            words.remove(words.size() - 1);
        }
        partDown(words, highest);
        partUp(words, lowest);
        return words;
    }

    /** Moves words that meet apart, each pair by half, as often as needed for the few words of a chart. */
    private static void partDown(List<Word> words, double highest) {
        for (int round = 0; round < 50; round++) {
            for (int i = 1; i < words.size(); i++) {
                double shared = words.get(i - 1).bottom() - words.get(i).top;
                if (shared > 0) {
                    words.get(i - 1).top -= shared / 2;
                    words.get(i).top += shared / 2;
                }
            }
        }
        double end = highest;
        for (Word word : words) {
            word.top = Math.max(word.top, end);
            end = word.bottom();
        }
    }

    private static void partUp(List<Word> words, double lowest) {
        double end = lowest;
        for (int i = words.size() - 1; i >= 0; i--) {
            words.get(i).top = Math.min(words.get(i).top, end - words.get(i).height());
            end = words.get(i).top;
        }
    }

    /** What the marks show, for the ends of an axis. */
    static DoubleStream shown(List<Mark> marks) {
        return marks.stream().flatMapToDouble(mark -> DoubleStream.of(mark.value(), mark.lower(), mark.upper()));
    }
}
