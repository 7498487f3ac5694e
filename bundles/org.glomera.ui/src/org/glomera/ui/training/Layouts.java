package org.glomera.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;

/** The grids of the wizard's pages. */
final class Layouts {

    private static final int SPACING_PX = 10;

    private Layouts() {
    }

    /** A page: one column with air between the parts. */
    static Composite page(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = SPACING_PX;
        layout.marginHeight = SPACING_PX;
        layout.verticalSpacing = SPACING_PX;
        page.setLayout(layout);
        return page;
    }

    /** A place without margins. */
    static Composite plain(Composite parent, int columns) {
        Composite plain = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = SPACING_PX;
        plain.setLayout(layout);
        return plain;
    }

    /** A titled frame. */
    static Group group(Composite parent, String title, int columns) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = SPACING_PX;
        layout.horizontalSpacing = SPACING_PX;
        group.setLayout(layout);
        return group;
    }

    /** A sentence that is broken to the width of its place. */
    static Label sentence(Composite parent, int span) {
        Label label = new Label(parent, SWT.WRAP);
        GridData place = wide(span);
        place.widthHint = 100;
        label.setLayoutData(place);
        return label;
    }

    /** As wide as there is room. */
    static GridData wide(int span) {
        return new GridData(SWT.FILL, SWT.CENTER, true, false, span, 1);
    }

    /** As wide and high as there is room. */
    static GridData all(int height) {
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = height;
        return place;
    }
}
