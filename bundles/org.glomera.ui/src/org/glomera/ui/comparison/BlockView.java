package org.glomera.ui.comparison;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.glomera.comparison.page.Block;

/** A block of a page on the screen. Only on the UI thread. */
sealed interface BlockView permits ParagraphView, TableView, FigureView {

    /** The widget. */
    Control control();

    /**
     * Shows another state of the same block: what was scrolled, sorted and selected stays.
     *
     * @return whether it could; if not, the block needs a view of its own
     */
    boolean show(Block block);

    /** Emphasises a case; empty for none. */
    void select(String caseId);

    /**
     * How large it is best in a place.
     *
     * @param widthPx the width of the place
     * @param heightPx how high a block that can scroll may become
     */
    Point size(int widthPx, int heightPx);
}
