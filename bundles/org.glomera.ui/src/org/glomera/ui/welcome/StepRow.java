package org.glomera.ui.welcome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** One of the first steps: its number or a tick, its title, and, while it is open, what it shows and its button. */
final class StepRow extends Composite {

    private static final int BADGE_PX = 22;
    private static final int MARGIN_PX = 10;
    private static final RGB DONE = new RGB(0, 130, 95);

    private final FirstStep step;
    private final int number;
    private final Canvas badge;
    private final Label text;
    private final Button button;
    private boolean isDone;
    private boolean isOpen;

    StepRow(Composite parent, FirstStep step, int number, Font strong, Runnable doIt, Runnable open) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.step = step;
        this.number = number;
        WelcomeLook.apply(this);
        addListener(SWT.Paint, event -> {
            if (isOpen) {
                WelcomeLook.frame(event.gc, getClientArea(), this, false);
            }
        });
        addListener(SWT.Resize, event -> redraw());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        layout.horizontalSpacing = MARGIN_PX;
        setLayout(layout);
        badge = new Canvas(this, SWT.NONE);
        WelcomeLook.apply(badge);
        badge.addListener(SWT.Paint, event -> paintBadge(event.gc));
        GridData place = new GridData(SWT.LEFT, SWT.TOP, false, false);
        place.widthHint = BADGE_PX;
        place.heightHint = BADGE_PX;
        badge.setLayoutData(place);
        Link title = new Link(this, SWT.NONE);
        WelcomeLook.apply(title);
        title.setFont(strong);
        title.setText("<a>" + step.title() + "</a>");
        title.setLinkForeground(title.getForeground());
        title.addListener(SWT.Selection, event -> open.run());
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text = WelcomeLook.label(this, step.explanation(), SWT.WRAP);
        WelcomeLook.soften(text);
        text.setLayoutData(below(SWT.FILL));
        button = new Button(this, SWT.PUSH);
        button.setText(step.button());
        button.addListener(SWT.Selection, event -> doIt.run());
        button.setLayoutData(below(SWT.LEFT));
    }

    private static GridData below(int horizontal) {
        GridData place = new GridData(horizontal, SWT.TOP, true, false, 2, 1);
        place.horizontalIndent = BADGE_PX + MARGIN_PX;
        place.widthHint = horizontal == SWT.FILL ? 1 : SWT.DEFAULT;
        return place;
    }

    /** Shows whether it is done and whether it is the one at hand. */
    void show(boolean done, boolean open) {
        isDone = done;
        isOpen = open;
        for (Control part : new Control[] {text, button}) {
            part.setVisible(open);
            ((GridData) part.getLayoutData()).exclude = !open;
        }
        badge.redraw();
        redraw();
    }

    FirstStep step() {
        return step;
    }

    /** The button that does the step. */
    Button button() {
        return button;
    }

    private void paintBadge(GC gc) {
        RGB ground = getBackground().getRGB();
        RGB accent = isDone ? DONE : WelcomeLook.accent(this);
        gc.setAntialias(SWT.ON);
        gc.setBackground(new Color(isDone || isOpen ? accent : WelcomeLook.mixed(ground, accent, 0.25)));
        gc.fillOval(0, 0, BADGE_PX - 1, BADGE_PX - 1);
        gc.setForeground(isDone || isOpen ? new Color(ground) : getForeground());
        if (isDone) {
            gc.setLineWidth(2);
            gc.drawPolyline(new int[] {6, 11, 10, 15, 16, 7});
        } else {
            String words = String.valueOf(number);
            Point size = gc.textExtent(words);
            gc.drawText(words, (BADGE_PX - 1 - size.x) / 2, (BADGE_PX - 1 - size.y) / 2, SWT.DRAW_TRANSPARENT);
        }
    }

    @Override
    public boolean setFocus() {
        return isOpen ? button.setFocus() : super.setFocus();
    }
}
