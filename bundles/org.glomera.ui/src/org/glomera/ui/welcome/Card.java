package org.glomera.ui.welcome;

import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** An entry of the welcome page: a picture, a title and a sentence, which together are one button. */
final class Card extends Canvas {

    private static final int MARGIN_PX = 12;
    private static final int GAP_PX = 12;
    private static final int LINE_GAP_PX = 3;

    private final Image icon;
    private final Font titleFont;
    private String title;
    private String text;
    private final Runnable action;
    private boolean isPointedAt;

    /**
     * Makes an entry.
     *
     * @param icon 32 points wide; not disposed of by the card
     * @param titleFont of the title; not disposed of by the card
     * @param action what a click, Enter or Space does
     */
    Card(Composite parent, Image icon, Font titleFont, String title, String text, Runnable action) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.icon = Objects.requireNonNull(icon);
        this.titleFont = Objects.requireNonNull(titleFont);
        this.title = Objects.requireNonNull(title);
        this.text = Objects.requireNonNull(text);
        this.action = Objects.requireNonNull(action);
        WelcomeLook.apply(this);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, event -> pointAt(true));
        addListener(SWT.MouseExit, event -> pointAt(false));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseUp, this::released);
        addListener(SWT.KeyDown, this::pressed);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        tellAccessibility();
    }

    private void tellAccessibility() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title + ". " + text;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }

    private void pointAt(boolean now) {
        isPointedAt = now;
        redraw();
    }

    private void released(Event event) {
        Point size = getSize();
        if (event.button == 1 && event.x >= 0 && event.y >= 0 && event.x < size.x && event.y < size.y) {
            setFocus();
            action.run();
        }
    }

    private void pressed(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == ' ') {
            action.run();
        }
    }

    /** Shows other words; the place that it needs may change with them. */
    void show(String newTitle, String newText) {
        if (!title.equals(newTitle) || !text.equals(newText)) {
            title = newTitle;
            text = newText;
            redraw();
        }
    }

    /** What stands on it, for tests. */
    String title() {
        return title;
    }

    /** Does what a click does. */
    void run() {
        action.run();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? WelcomeLook.CARD_PX : widthHint;
        TextLayout lines = lines(width);
        int height = Math.max(icon.getBounds().height, titleHeight() + LINE_GAP_PX + lines.getBounds().height);
        lines.dispose();
        return new Point(width, heightHint == SWT.DEFAULT ? height + 2 * MARGIN_PX : heightHint);
    }

    private int textLeft() {
        return MARGIN_PX + icon.getBounds().width + GAP_PX;
    }

    private int titleHeight() {
        GC gc = new GC(this);
        gc.setFont(titleFont);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height;
    }

    private TextLayout lines(int width) {
        TextLayout layout = new TextLayout(getDisplay());
        layout.setFont(getFont());
        layout.setText(text);
        layout.setWidth(Math.max(1, width - textLeft() - MARGIN_PX));
        return layout;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        WelcomeLook.frame(gc, area, this, isPointedAt || isFocusControl());
        gc.drawImage(icon, MARGIN_PX, MARGIN_PX);
        gc.setForeground(getForeground());
        gc.setFont(titleFont);
        gc.drawText(title, textLeft(), MARGIN_PX - 1, SWT.DRAW_TRANSPARENT);
        int top = MARGIN_PX + gc.getFontMetrics().getHeight() + LINE_GAP_PX;
        gc.setForeground(WelcomeLook.quiet(this));
        TextLayout lines = lines(area.width);
        lines.draw(gc, textLeft(), top);
        lines.dispose();
    }
}
