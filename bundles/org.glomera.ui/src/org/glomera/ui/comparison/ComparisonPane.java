package org.glomera.ui.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.glomera.chart.Marker;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.ui.Commands;
import org.glomera.ui.Theme;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.preferences.Setting;
import org.glomera.ui.preferences.Settings;

/**
 * All that is seen of the comparison editor: the title with the compared runs, what is wrong with the files, and the
 * pages. It knows nothing of the workbench around it. Only on the UI thread.
 */
final class ComparisonPane {

    /** The workbench around the pane. */
    interface Surroundings {

        /** A case was selected, or none for an empty id. */
        void chosen(String caseId);

        /** A table has the keyboard now, or has it no more. */
        void focused(TableView table, boolean hasFocus);

        /** Asks for a file and writes it. */
        void save(String name, Supplier<byte[]> content);

        /** The experiment was read. */
        void read(Comparison comparison);
    }

    private static final int TAB_PX = 28;
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private final ItemInput input;
    private final IDialogSettings store;
    private final Surroundings surroundings;
    private final Loader loader;
    private final Host host = new PaneHost();
    private final Map<PageKind, PageTab> tabs = new EnumMap<>(PageKind.class);
    private final Map<Marker, Image> marks = new HashMap<>();
    private final Composite root;
    private final Look look;
    private final Label title;
    private final RunLegend legend;
    private final WarningBanner banner;
    private final CTabFolder folder;
    private Memory memory;
    private Comparison comparison;
    private List<Choosing.Item> runsToChoose = List.of();
    private final List<Runnable> waiting = new ArrayList<>();
    private String selected = "";

    /**
     * Makes the pane and begins to read.
     *
     * @param parent where it stands
     * @param input which experiment is shown
     * @param store where it is kept what was chosen
     * @param tools further actions beside the title
     */
    ComparisonPane(Composite parent, ItemInput input, IDialogSettings store, List<Action> tools,
            Surroundings surroundings) {
        this.input = input;
        this.store = store;
        this.surroundings = surroundings;
        memory = Memory.load(store, key(), Memory.first(Settings.ofWorkbench()));
        root = new Composite(parent, SWT.NONE);
        look = new Look(root);
        root.setBackground(look.back());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        root.setLayout(layout);
        Composite head = createHead();
        title = createTitle(head);
        createTools(head, tools);
        legend = new RunLegend(head, host);
        legend.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        banner = new WarningBanner(root, look);
        folder = new CTabFolder(root, SWT.TOP | SWT.FLAT);
        folder.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        folder.setBackground(look.back());
        folder.setTabHeight(TAB_PX);
        for (PageKind kind : PageKind.values()) {
            if (kind != PageKind.PUBLISHED) {
                tabs.put(kind, createTab(kind));
            }
        }
        front(memory.page() == PageKind.PUBLISHED ? PageKind.OVERVIEW : memory.page());
        folder.addListener(SWT.Selection, event -> tabChosen());
        root.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                host.choose("");
            }
        });
        loader = new Loader(parent.getDisplay(), input, this::show, this::showPage);
        Settings.Listener colours = this::settingChanged;
        Settings.ofWorkbench().addListener(colours);
        root.addListener(SWT.Dispose, event -> {
            Settings.ofWorkbench().removeListener(colours);
            loader.dispose();
        });
        loader.read(memory.runs());
    }

    private String key() {
        return input.folder().toString();
    }

    private Composite createHead() {
        Composite head = new Composite(root, SWT.NONE);
        head.setBackground(look.back());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = PageLayout.MARGIN_PX;
        layout.marginHeight = 8;
        layout.verticalSpacing = 4;
        head.setLayout(layout);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return head;
    }

    private Label createTitle(Composite head) {
        Label label = new Label(head, SWT.NONE);
        label.setFont(look.font(4, SWT.BOLD));
        label.setBackground(look.back());
        label.setForeground(look.ink());
        label.setText(input.getName());
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return label;
    }

    private void createTools(Composite head, List<Action> tools) {
        ToolBarManager bar = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        List<Action> all = new ArrayList<>();
        all.add(Actions.of("Runs\u2026", "Choose which of the study's runs are compared", "runs", this::chooseRuns));
        all.addAll(tools);
        for (Action each : all) {
            ActionContributionItem item = new ActionContributionItem(each);
            item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
            bar.add(item);
        }
        ToolBar control = bar.createControl(head);
        control.setBackground(look.back());
        control.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    private PageTab createTab(PageKind kind) {
        return new PageTab(folder, kind, host, new ChoiceRow.Chooser() {
            @Override
            public void options(ViewOptions options) {
                choose(options);
            }

            @Override
            public void filter(PageKind page, String words) {
                remember(memory.withFilter(page, words));
                tabs.get(page).view().filter(words);
            }
        });
    }

    /** Makes the pages with other options. */
    void choose(ViewOptions options) {
        remember(memory.withOptions(options));
        makeNext();
    }

    private void remember(Memory newMemory) {
        memory = newMemory;
        memory.save(store, key());
    }

    /** Reads the files anew: what was scrolled, sorted and selected stays. */
    void refresh() {
        loader.read(memory.runs());
    }

    private void show(Loader.Reading reading) {
        if (reading instanceof Loader.Reading.Failed failed) {
            banner.show(List.of(failed.message() + (comparison == null ? ""
                    : " Below is what was read before.")));
            return;
        }
        Loader.Reading.Read read = (Loader.Reading.Read) reading;
        comparison = read.shown();
        String words = read.whole().info().title().isBlank() ? input.getName() : read.whole().info().title();
        title.setText(words.replace("&", "&&"));
        legend.show(comparison.runs());
        banner.show(comparison.problems());
        runsToChoose = items(read);
        if (PageKind.PUBLISHED.isIn(comparison) && !tabs.containsKey(PageKind.PUBLISHED)) {
            tabs.put(PageKind.PUBLISHED, createTab(PageKind.PUBLISHED));
            front(memory.page());
        }
        surroundings.read(comparison);
        makeNext();
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private List<Choosing.Item> items(Loader.Reading.Read read) {
        List<Choosing.Item> items = new ArrayList<>();
        for (ComparedRun run : read.whole().runs()) {
            items.add(new Choosing.Item(run.name(), run.title(), mark(run.marker())));
        }
        for (String name : read.runsOfStudy()) {
            if (read.whole().run(name).isEmpty()) {
                items.add(new Choosing.Item(name, name + " (not evaluated in this experiment)", null));
            }
        }
        return items;
    }

    private void chooseRuns() {
        List<String> now = comparison == null ? List.of() : comparison.runs().stream().map(ComparedRun::name).toList();
        new Choosing(root.getShell(), "Runs to compare", FEWEST + " to " + MOST + " of the study's runs:", runsToChoose, now)
                .between(Math.min(FEWEST, runsToChoose.size()), MOST).open().ifPresent(this::compare);
    }

    /** Compares these runs from now on. */
    void compare(List<String> runs) {
        boolean isExperiment = comparison != null && comparison.info().runs().equals(runs);
        remember(memory.withRuns(isExperiment ? List.of() : runs));
        loader.read(memory.runs());
    }

    private void tabChosen() {
        PageTab tab = (PageTab) folder.getSelection().getData();
        remember(memory.withPage(tab.kind()));
        showKept(tab);
        makeNext();
    }

    private void front(PageKind kind) {
        PageTab tab = tabs.get(kind);
        if (tab != null) {
            folder.setSelection(tab.item());
        }
    }

    /**
     * Makes the page in front when it is not up to date; otherwise the next of the others, so that it is there when it
     * is asked for. While a run is trained the others would soon be out of date again: they wait until they are shown.
     */
    private void makeNext() {
        if (comparison == null) {
            return;
        }
        PageTab inFront = (PageTab) folder.getSelection().getData();
        inFront.showChoices(comparison, memory);
        boolean ahead = !comparison.live();
        Optional<PageTab> next = inFront.isStale(comparison, memory.options()) ? Optional.of(inFront)
                : tabs.values().stream().filter(tab -> ahead && tab.isStale(comparison, memory.options())).findFirst();
        next.ifPresent(tab -> {
            tab.order(comparison, memory.options());
            loader.make(tab.kind(), comparison, memory.options());
        });
    }

    private void showPage(PageKind kind, Page page) {
        PageTab tab = tabs.get(kind);
        tab.keep(page);
        if (tab == front()) {
            showKept(tab);
        }
        makeNext();
    }

    private void showKept(PageTab tab) {
        tab.view().filter(memory.filter(tab.kind()));
        tab.showKept();
        tab.view().select(selected);
    }

    /** Selects a case in all pages; empty for none. One that is not compared is passed over. */
    void select(String caseId) {
        boolean known = caseId.isEmpty() || comparison != null && comparison.cases().contains(caseId);
        if (known && !caseId.equals(selected)) {
            selected = caseId;
            tabs.values().forEach(tab -> tab.view().select(caseId));
        }
    }

    /** Runs have other colours: their marks are made anew; figures see to themselves. */
    private void settingChanged(Setting setting) {
        if (Settings.isColour(setting)) {
            root.getDisplay().asyncExec(() -> {
                if (!root.isDisposed() && comparison != null) {
                    marks.clear();
                    legend.showMarks(comparison.runs());
                    tabs.values().forEach(tab -> tab.view().tables().forEach(TableView::showMarks));
                }
            });
        }
    }

    /** Does something now, or as soon as the experiment is read for the first time. */
    void whenRead(Runnable task) {
        if (comparison != null) {
            task.run();
        } else {
            waiting.add(task);
        }
    }

    private Image mark(Marker marker) {
        return marks.computeIfAbsent(marker, each -> look.image(MarkImage.of(each, Theme.figures(root.getDisplay()))));
    }

    /** The page in front. */
    PageTab front() {
        return (PageTab) folder.getSelection().getData();
    }

    /** Brings a page to the front. */
    void open(PageKind kind) {
        front(kind);
        tabChosen();
    }

    /** A page of the editor; empty when it has none of this kind. */
    Optional<PageTab> tab(PageKind kind) {
        return Optional.ofNullable(tabs.get(kind));
    }

    /** What is compared now; empty before the first reading. */
    Optional<Comparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    /** What was chosen for the pages. */
    ViewOptions options() {
        return memory.options();
    }

    /** The selected case; empty for none. */
    String selected() {
        return selected;
    }

    /** The sentences of the banner. */
    List<String> warnings() {
        return banner.sentences();
    }

    /** The widget. */
    Composite control() {
        return root;
    }

    /** Gives the keyboard to the page in front. */
    void setFocus() {
        folder.setFocus();
    }

    private final class PaneHost implements Host {

        @Override
        public Look look() {
            return look;
        }

        @Override
        public Image mark(String run) {
            return comparison == null ? null : comparison.run(run).map(each -> ComparisonPane.this.mark(each.marker()))
                    .orElse(null);
        }

        @Override
        public void choose(String caseId) {
            select(caseId);
            surroundings.chosen(selected);
        }

        @Override
        public void run(String command) {
            Commands.run(command);
        }

        @Override
        public void focused(TableView table, boolean hasFocus) {
            surroundings.focused(table, hasFocus);
        }

        @Override
        public void save(String name, Supplier<byte[]> content) {
            surroundings.save(name, content);
        }
    }
}
