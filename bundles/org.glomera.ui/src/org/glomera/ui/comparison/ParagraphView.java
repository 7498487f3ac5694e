package org.glomera.ui.comparison;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.glomera.comparison.page.Block;
import org.glomera.comparison.page.Paragraph;
import org.glomera.ui.Theme;

/** Words of a page, which can be selected and copied. */
final class ParagraphView implements BlockView {

    private static final int BROADEST_PX = 1000;
    private static final int INSET_PX = 8;

    private final StyledText text;
    private final Paragraph.Style style;

    /** Makes the view of a paragraph. */
    ParagraphView(Composite parent, Look look, Paragraph paragraph) {
        style = paragraph.style();
        text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
        Theme.keepColours(text);
        text.setCaret(null);
        text.setAlwaysShowScrollBars(false);
        text.setBackground(look.back());
        text.setForeground(look.ink());
        switch (style) {
            case HEADING -> text.setFont(look.font(2, SWT.BOLD));
            case VERDICT -> {
                text.setFont(look.font(1, SWT.BOLD));
                inset(INSET_PX);
                text.setBackground(look.line());
            }
            case WARNING -> {
                inset(INSET_PX);
                text.setBackground(look.warning());
            }
            case TEXT -> inset(0);
            case NOTE -> text.setForeground(look.dim());
        }
        show(paragraph);
    }

    private void inset(int px) {
        text.setMargins(px, px / 2, px, px / 2);
    }

    @Override
    public boolean show(Block block) {
        if (!(block instanceof Paragraph paragraph) || paragraph.style() != style) {
            return false;
        }
        if (!text.getText().equals(paragraph.text())) {
            text.setText(paragraph.text());
        }
        return true;
    }

    @Override
    public void select(String caseId) {
        // words are about no single case
    }

    @Override
    public Point size(int widthPx, int heightPx) {
        int width = Math.min(widthPx, BROADEST_PX);
        return new Point(width, text.computeSize(width, SWT.DEFAULT).y);
    }

    /** Whether it is a heading. */
    boolean isHeading() {
        return style == Paragraph.Style.HEADING;
    }

    /** Whether it stands on a ground of its own. */
    boolean isFramed() {
        return style == Paragraph.Style.VERDICT || style == Paragraph.Style.WARNING;
    }

    @Override
    public Control control() {
        return text;
    }
}
