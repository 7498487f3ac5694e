package org.glomera.ui.comparison;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.ViewOptions;

/** A tab of the editor: what can be chosen, and the page below. */
final class PageTab {

    private final PageKind kind;
    private final CTabItem item;
    private final ChoiceRow choices;
    private final PageView view;
    private Comparison made;
    private ViewOptions madeWith;

    /** Makes a tab behind the others. */
    PageTab(CTabFolder folder, PageKind kind, Host host, ChoiceRow.Chooser chooser) {
        this.kind = kind;
        item = new CTabItem(folder, SWT.NONE);
        item.setText(kind.title());
        item.setData(this);
        Composite composite = new Composite(folder, SWT.NONE);
        composite.setBackground(host.look().back());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        composite.setLayout(layout);
        choices = new ChoiceRow(composite, host.look(), kind, chooser);
        choices.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        view = new PageView(composite, host);
        view.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        item.setControl(composite);
    }

    /** Which page it is. */
    PageKind kind() {
        return kind;
    }

    /** The tab. */
    CTabItem item() {
        return item;
    }

    /** The row above the page. */
    ChoiceRow choices() {
        return choices;
    }

    /** The page. */
    PageView view() {
        return view;
    }

    /** Whether the page was ordered for something else than this. */
    boolean isStale(Comparison comparison, ViewOptions options) {
        return made != comparison || !options.equals(madeWith);
    }

    /** Notes what the page is made of from now on. */
    void order(Comparison comparison, ViewOptions options) {
        made = comparison;
        madeWith = options;
    }

    /** Shows what can be chosen and what is. */
    void showChoices(Comparison comparison, Memory memory) {
        choices.show(comparison, memory.options(), memory.filter(kind));
    }
}
