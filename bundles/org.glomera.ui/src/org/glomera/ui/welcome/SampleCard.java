package org.glomera.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/**
 * The first entry of the welcome page: the sample cohort. Shows the button that makes it, then how far it is, then the
 * ways into it.
 */
final class SampleCard extends Composite {

    private static final int MARGIN_PX = 16;
    private static final int GAP_PX = 20;
    private static final int TEXT_PX = 300;
    private static final int FULL = 1000;

    /** What the card does. */
    interface Deeds {

        /** Makes the cohort, or goes on with it. */
        void make();

        /** Stops the making. */
        void cancel();

        /** Does one of the steps that need the cohort. */
        void step(FirstStep step);
    }

    private final Deeds deeds;
    private final Composite places;
    private final Composite before;
    private final Composite meanwhile;
    private final Composite after;
    private final ProgressBar bar;
    private final Label step;
    private final Label detail;
    private final Label where;

    SampleCard(Composite parent, Image picture, Font titleFont, Deeds deeds) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.deeds = deeds;
        WelcomeLook.apply(this);
        addListener(SWT.Paint, event -> WelcomeLook.frame(event.gc, getClientArea(), this, false));
        addListener(SWT.Resize, event -> redraw());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        layout.horizontalSpacing = GAP_PX;
        setLayout(layout);
        Label image = WelcomeLook.label(this, "", SWT.NONE);
        image.setImage(picture);
        image.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        Composite words = column(this);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WelcomeLook.label(words, "Sample cohort", SWT.NONE).setFont(titleFont);
        wrapped(words, "15 phantom patients with SPECT and CT, and three trained networks that outline their kidneys."
                + " See which one measures the activity best, and where their surfaces differ.");
        places = new Composite(words, SWT.NONE);
        WelcomeLook.apply(places);
        places.setLayout(new StackLayout());
        places.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        before = column(places);
        button(before, "Make the Sample Cohort", deeds::make);
        where = wrapped(before, "");
        meanwhile = column(places);
        bar = new ProgressBar(meanwhile, SWT.HORIZONTAL);
        bar.setMaximum(FULL);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        step = line(meanwhile);
        detail = line(meanwhile);
        WelcomeLook.soften(detail);
        button(meanwhile, "Cancel", deeds::cancel);
        after = column(places);
        ways(after);
        show(before);
    }

    private void ways(Composite column) {
        Composite row = new Composite(column, SWT.NONE);
        WelcomeLook.apply(row);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginRight = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 8;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        for (FirstStep each : FirstStep.possible()) {
            if (each == FirstStep.COMPARISON || each == FirstStep.SLICES || each == FirstStep.SCENE) {
                Button way = button(row, each.button(), () -> deeds.step(each));
                way.setLayoutData(null);
                way.setToolTipText(each.explanation());
            }
        }
        wrapped(column, "It is ready.");
    }

    private static Composite column(Composite parent) {
        Composite column = new Composite(parent, SWT.NONE);
        WelcomeLook.apply(column);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 8;
        column.setLayout(layout);
        return column;
    }

    private static Label wrapped(Composite parent, String words) {
        Label label = WelcomeLook.label(parent, words, SWT.WRAP);
        WelcomeLook.soften(label);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = TEXT_PX;
        label.setLayoutData(place);
        return label;
    }

    private static Label line(Composite parent) {
        Label label = WelcomeLook.label(parent, "", SWT.NONE);
        label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return label;
    }

    private static Button button(Composite parent, String words, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(words);
        button.addListener(SWT.Selection, event -> action.run());
        button.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        return button;
    }

    /**
     * Shows how things are.
     *
     * @param folder where the cohort lies, or will
     * @param isThere whether all of it is there
     * @param work how far its making is
     */
    void show(Path folder, boolean isThere, Optional<StudyWork> work) {
        if (work.isPresent()) {
            bar.setSelection((int) Math.round(FULL * work.get().share()));
            show(step, work.get().step());
            show(detail, work.get().detail());
            show(meanwhile);
        } else if (isThere) {
            show(after);
        } else {
            show(where, "About half a minute, 130 MB, in " + WelcomeLook.inWords(folder));
            show(before);
        }
    }

    private static void show(Label label, String words) {
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
    }

    private void show(Composite place) {
        StackLayout stack = (StackLayout) places.getLayout();
        if (stack.topControl != place) {
            stack.topControl = place;
            places.layout();
        }
    }

    /** Whether it shows that the cohort is being made, for tests. */
    boolean showsProgress() {
        return ((StackLayout) places.getLayout()).topControl == meanwhile;
    }

    /** Whether it shows the ways into the cohort, for tests. */
    boolean showsWays() {
        return ((StackLayout) places.getLayout()).topControl == after;
    }
}
