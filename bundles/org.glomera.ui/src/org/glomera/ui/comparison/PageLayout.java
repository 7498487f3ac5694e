package org.glomera.ui.comparison;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Places the blocks of a page: words and tables below each other, figures beside each other where the page is broad
 * enough for them. Long tables share the height that the rest leaves.
 */
final class PageLayout {

    static final int MARGIN_PX = 14;
    private static final int GAP_PX = 14;
    private static final int LINE_GAP_PX = 5;
    private static final double SQUEEZE = 0.72;
    private static final double SHARE_OF_HEIGHT = 0.8;
    private static final double LEAST_SHARE = 0.6;

    private final List<BlockView> blocks;
    private final int widthPx;
    private final int heightPx;
    private final List<Rectangle> places = new ArrayList<>();
    private int y = MARGIN_PX;

    private PageLayout(List<BlockView> blocks, int widthPx, int heightPx) {
        this.blocks = blocks;
        this.widthPx = Math.max(0, widthPx - 2 * MARGIN_PX);
        this.heightPx = heightPx;
    }

    /**
     * Places blocks.
     *
     * @param blocks from top to bottom
     * @param widthPx width of the page
     * @param heightPx height of what is seen of it
     * @return how high the page becomes
     */
    static int arrange(List<BlockView> blocks, int widthPx, int heightPx) {
        PageLayout first = new PageLayout(blocks, widthPx, heightPx);
        first.run(SHARE_OF_HEIGHT);
        PageLayout layout = first;
        List<TableView> longOnes = blocks.stream().filter(TableView.class::isInstance).map(TableView.class::cast)
                .filter(TableView::isLong).toList();
        if (!longOnes.isEmpty()) {
            int rest = first.y - longOnes.stream().mapToInt(first::heightOf).sum();
            double share = Math.max(LEAST_SHARE, (double) (heightPx - rest) / heightPx / longOnes.size());
            layout = new PageLayout(blocks, widthPx, heightPx);
            layout.run(share);
        }
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).control().setBounds(layout.places.get(i));
        }
        return layout.y;
    }

    private int heightOf(BlockView block) {
        return places.get(blocks.indexOf(block)).height;
    }

    /** Places all blocks; a table that scrolls takes a share of the height. */
    private void run(double share) {
        int i = 0;
        while (i < blocks.size()) {
            int count = figuresInRow(i);
            if (count > 0) {
                placeFigures(i, count);
                i += count;
            } else {
                Point size = blocks.get(i).size(widthPx, (int) (share * heightPx));
                places.add(new Rectangle(MARGIN_PX, y, size.x, size.y));
                y += size.y + gapBelow(i);
                i++;
            }
        }
    }

    /** Paragraphs of running text stand closer together. */
    private int gapBelow(int place) {
        boolean close = blocks.get(place) instanceof ParagraphView one && !one.isFramed()
                && place + 1 < blocks.size() && blocks.get(place + 1) instanceof ParagraphView next
                && !next.isHeading();
        return close ? LINE_GAP_PX : GAP_PX;
    }

    /** How many figures stand beside each other from a block on; 0 when it is none. */
    private int figuresInRow(int from) {
        int count = 0;
        double needed = -GAP_PX;
        while (from + count < blocks.size() && blocks.get(from + count) instanceof FigureView figure) {
            needed += SQUEEZE * figure.idealWidthPx() + GAP_PX;
            if (count > 0 && needed > widthPx) {
                break;
            }
            count++;
        }
        return count;
    }

    private void placeFigures(int from, int count) {
        int each = (widthPx - (count - 1) * GAP_PX) / count;
        int highest = 0;
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FigureView figure = (FigureView) blocks.get(from + i);
            int width = count > 1 ? Math.min(each, figure.idealWidthPx() * 3 / 2) : each;
            widths.add(width);
            highest = Math.max(highest, figure.size(width, (int) (SHARE_OF_HEIGHT * heightPx)).y);
        }
        int x = MARGIN_PX;
        for (int width : widths) {
            places.add(new Rectangle(x, y, width, highest));
            x += width + GAP_PX;
        }
        y += highest + GAP_PX;
    }
}
