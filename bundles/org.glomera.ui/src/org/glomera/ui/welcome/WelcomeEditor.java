package org.glomera.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchWindow;
import org.glomera.ui.Commands;
import org.glomera.ui.Images;
import org.glomera.ui.Theme;
import org.glomera.ui.editor.ReadOnlyEditor;
import org.glomera.ui.studies.OpenStudies;

/**
 * The first page: the sample cohort and the five steps through it, the other ways to begin, and the recent studies.
 * While a study is made from here it shows how far that is.
 */
public final class WelcomeEditor extends ReadOnlyEditor {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.welcome";

    private static final int SIDE_PX = 270;
    private static final int MARGIN_PX = 28;
    private static final int GAP_PX = 28;
    private static final int WIDE_PX = 860;
    private static final int WIDEST_PX = 1180;
    private static final int PAUSE_MS = 250;
    private static final String DEMO_TITLE = "Run the whole demo study here";

    private final OpenStudies.Listener follower = studies -> later();
    private final Runnable made = this::showMaking;
    private LocalResourceManager resources;
    private ScrolledComposite scroller;
    private Composite page;
    private Composite main;
    private Composite side;
    private SampleCard sample;
    private Card demo;
    private Composite recent;
    private List<Path> recentShown = List.of();

    @Override
    public void createPartControl(Composite parent) {
        resources = new LocalResourceManager(JFaceResources.getResources(), parent);
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        WelcomeLook.apply(scroller);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        page = new Composite(scroller, SWT.NONE);
        WelcomeLook.apply(page);
        createHead();
        createMain();
        createSide();
        scroller.setContent(page);
        scroller.addListener(SWT.Resize, event -> fit());
        OpenStudies.ofWorkbench().addListener(follower);
        MadeStudy.SAMPLE_COHORT.addListener(made);
        MadeStudy.DEMO.addListener(made);
        showMaking();
        fit();
        followTheme();
    }

    /** A dark theme may come after the page, at the start of the workbench, or by a choice of the user. */
    private void followTheme() {
        Listener settings = event -> page.getDisplay().asyncExec(this::takeTheme);
        page.getDisplay().addListener(SWT.Settings, settings);
        page.addListener(SWT.Dispose, event -> event.display.removeListener(SWT.Settings, settings));
        page.getDisplay().asyncExec(this::takeTheme);
    }

    private void takeTheme() {
        if (!page.isDisposed() && !page.getBackground().equals(Theme.ground(page.getDisplay()))) {
            WelcomeLook.reapply(scroller);
        }
    }

    private void createHead() {
        Composite head = group(page, 3);
        ((GridLayout) head.getLayout()).horizontalSpacing = 16;
        Label picture = WelcomeLook.label(head, "", SWT.NONE);
        picture.setImage(resources.create(Images.descriptor("glomera64")));
        picture.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 1, 2));
        Label title = WelcomeLook.label(head, "Glomera", SWT.NONE);
        title.setFont(font(14, SWT.BOLD));
        title.setLayoutData(new GridData(SWT.LEFT, SWT.BOTTOM, true, true));
        Label research = WelcomeLook.label(head, "For research. Not a medical device.", SWT.NONE);
        WelcomeLook.soften(research);
        research.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false, 1, 2));
        Label subtitle = WelcomeLook.label(head, "Kidney segmentation and dosimetry in SPECT/CT", SWT.NONE);
        subtitle.setFont(font(2, SWT.NORMAL));
        subtitle.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, true, true));
    }

    private void createMain() {
        main = group(page, 1);
        sample = new SampleCard(main, image("picture_sample"), font(4, SWT.BOLD), new SampleDeeds());
        sample.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Composite cards = group(main, 2);
        cards.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ((GridLayout) cards.getLayout()).makeColumnsEqualWidth = true;
        card(cards, Commands.IMPORT_IMAGES, "card_import", "Import your own images\u2026",
                "CT, SPECT and delineations, from DICOM or other files. It shows what it found before anything is done.");
        card(cards, Commands.TRAIN_NETWORKS, "card_train", "Train networks\u2026",
                "Choose networks and settings, see the memory and time they need, follow the curves.");
        card(cards, Commands.OPEN_SAMPLE, "card_reference", "Reference study",
                "The published tables of the three-network study: curves, box plots, tests. No images.");
        demo = card(cards, Commands.DEMO_STUDY, "card_demo", DEMO_TITLE,
                "80 phantom patients, three trainings from the start, report. About 12 minutes; it can be stopped.");
        card(cards, Commands.OPEN_STUDY, "card_open", "Open a study\u2026",
                "A folder with a study.json. The explorer follows its files while a study is running.");
    }

    /** An entry for a command; none when the command is not part of this program. */
    private Card card(Composite parent, String command, String icon, String title, String text) {
        if (!Commands.isDefined(command)) {
            return null;
        }
        Card card = new Card(parent, image(icon), font(1, SWT.BOLD), title, text, () -> Commands.run(command));
        card.setData(command);
        card.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        return card;
    }

    private void createSide() {
        side = group(page, 1);
        heading("First steps");
        int number = 1;
        for (FirstStep step : FirstStep.possible()) {
            link(side, number + ".  ", step.title(), "", () -> step.run(window())).setToolTipText(step.explanation());
            number++;
        }
        link(side, "", "Show them beside my work", "", () -> Commands.run(Commands.FIRST_STEPS));
        heading("Recent studies");
        recent = group(side, 1);
        recent.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        showRecent();
        heading("Without a window");
        text(side, "./glomera help lists every task for the command line.");
    }

    private void showRecent() {
        recentShown = OpenStudies.ofWorkbench().recent();
        for (Control old : recent.getChildren()) {
            old.dispose();
        }
        for (Path study : recentShown) {
            Composite pair = group(recent, 1);
            ((GridLayout) pair.getLayout()).verticalSpacing = 0;
            link(pair, "", String.valueOf(study.getFileName()), "", () -> OpenStudies.ofWorkbench().open(study))
                    .setToolTipText(study.toString());
            text(pair, String.valueOf(study.getParent()));
        }
        if (recentShown.isEmpty()) {
            text(recent, "None yet.");
        }
        fit();
    }

    /** Shows how far the studies are that are made from here, now and as long as one is. */
    private void showMaking() {
        if (page.isDisposed()) {
            return;
        }
        sample.show(MadeStudy.SAMPLE_COHORT.folder(), MadeStudy.SAMPLE_COHORT.isThere(),
                MadeStudy.SAMPLE_COHORT.work());
        showDemo();
        if (MadeStudy.SAMPLE_COHORT.work().isPresent() || MadeStudy.DEMO.work().isPresent()) {
            page.getDisplay().timerExec(PAUSE_MS, made);
        }
    }

    private void showDemo() {
        if (demo == null) {
            return;
        }
        Optional<StudyWork> work = MadeStudy.DEMO.work();
        if (work.isPresent()) {
            demo.show("The demo study is running: " + Math.round(100 * work.get().share()) + " %",
                    work.get().step() + "\n" + work.get().detail());
        } else if (MadeStudy.DEMO.isThere()) {
            demo.show("Open the demo study", "80 phantom patients, three networks trained on this machine, report.");
        } else {
            demo.show(DEMO_TITLE, "80 phantom patients, three trainings from the start, report. About 12 minutes; it can"
                    + " be stopped.");
        }
    }

    /** Puts the columns side by side where there is room, and the page into its window. */
    private void fit() {
        if (scroller.getContent() == null) {
            return;
        }
        takeTheme();
        int width = Math.max(1, scroller.getClientArea().width);
        boolean isWide = width >= WIDE_PX;
        GridLayout layout = new GridLayout(isWide ? 2 : 1, false);
        layout.marginWidth = Math.max(MARGIN_PX, (width - WIDEST_PX) / 2);
        layout.marginHeight = 18;
        layout.horizontalSpacing = GAP_PX;
        layout.verticalSpacing = 14;
        page.setLayout(layout);
        page.getChildren()[0].setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, isWide ? 2 : 1, 1));
        main.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridData place = new GridData(isWide ? SWT.END : SWT.FILL, SWT.TOP, !isWide, false);
        place.widthHint = SIDE_PX;
        side.setLayoutData(place);
        int least = page.computeSize(isWide ? SWT.DEFAULT : 1, SWT.DEFAULT).x;
        scroller.setMinSize(Math.min(least, WIDE_PX), page.computeSize(Math.max(width, 1), SWT.DEFAULT).y);
        page.layout(true, true);
    }

    private void later() {
        page.getDisplay().asyncExec(() -> {
            if (!page.isDisposed() && !recentShown.equals(OpenStudies.ofWorkbench().recent())) {
                showRecent();
            }
        });
    }

    private static Composite group(Composite parent, int columns) {
        Composite group = new Composite(parent, SWT.NONE);
        WelcomeLook.apply(group);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 12;
        layout.verticalSpacing = columns == 1 ? 8 : 12;
        group.setLayout(layout);
        return group;
    }

    private void heading(String words) {
        Label label = WelcomeLook.label(side, words, SWT.NONE);
        label.setFont(font(2, SWT.BOLD));
        GridData place = new GridData(SWT.LEFT, SWT.TOP, true, false);
        place.verticalIndent = side.getChildren().length > 1 ? 12 : 0;
        label.setLayoutData(place);
    }

    private void text(Composite parent, String words) {
        Label label = WelcomeLook.label(parent, words, SWT.WRAP);
        WelcomeLook.soften(label);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = SIDE_PX;
        label.setLayoutData(place);
    }

    private Link link(Composite parent, String before, String words, String after, Runnable task) {
        Link link = new Link(parent, SWT.NONE);
        WelcomeLook.apply(link);
        link.setText(before + "<a>" + words.replace("&", "&&").replace("<", "") + "</a>" + after);
        link.setLinkForeground(new Color(WelcomeLook.accent(link)));
        link.addListener(SWT.Selection, event -> task.run());
        return link;
    }

    private Image image(String name) {
        return resources.create(Images.descriptor(name));
    }

    private Font font(int larger, int style) {
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(larger)
                .setStyle(style));
    }

    private IWorkbenchWindow window() {
        return getSite().getWorkbenchWindow();
    }

    /** The entry of the sample cohort, for tests. */
    SampleCard sample() {
        return sample;
    }

    /** The widget of the whole page, for tests. */
    Composite page() {
        return page;
    }

    @Override
    public void setFocus() {
        scroller.setFocus();
    }

    @Override
    public void dispose() {
        OpenStudies.ofWorkbench().removeListener(follower);
        MadeStudy.SAMPLE_COHORT.removeListener(made);
        MadeStudy.DEMO.removeListener(made);
        super.dispose();
    }

    private final class SampleDeeds implements SampleCard.Deeds {

        @Override
        public void make() {
            Commands.run(Commands.SAMPLE_COHORT);
        }

        @Override
        public void cancel() {
            MadeStudy.SAMPLE_COHORT.cancel();
        }

        @Override
        public void step(FirstStep step) {
            Steps.openSample(window());
            step.run(window());
        }
    }
}
