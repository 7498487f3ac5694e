package org.glomera.ui.comparison;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.ViewOptions;

/** A tab of the editor: what can be chosen, and the page below. */
final class PageTab {

    private final PageKind kind;
    private final CTabItem item;
    private final ChoiceRow choices;
    private final PageView view;
    private Comparison made;
    private ViewOptions madeWith;
    private Page kept;

    /** Makes a tab behind the others. */
    PageTab(CTabFolder folder, PageKind kind, Host host, ChoiceRow.Chooser chooser) {
        this.kind = kind;
        item = new CTabItem(folder, SWT.NONE);
        item.setText(kind.title());
        item.setData(this);
        Composite composite = new Composite(folder, SWT.NONE);
        composite.setBackground(host.look().back());
        composite.setLayout(new FormLayout());
        view = new PageView(composite, host);
        choices = new ChoiceRow(composite, host.look(), kind, chooser);
        choices.control().setLayoutData(attached(new FormAttachment(0), null));
        view.control().setLayoutData(attached(new FormAttachment(choices.control()), new FormAttachment(100)));
        composite.setTabList(new Control[] {choices.control(), view.control()});
        item.setControl(composite);
    }

    /** The page is the first child, so that it is given the keyboard, and not what a key might change by mistake. */
    private static FormData attached(FormAttachment top, FormAttachment bottom) {
        FormData data = new FormData();
        data.left = new FormAttachment(0);
        data.right = new FormAttachment(100);
        data.top = top;
        data.bottom = bottom;
        return data;
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

    /** Keeps a page until the tab is in front: to make widgets takes time, and nobody sees them yet. */
    void keep(Page page) {
        kept = page;
    }

    /** Shows the page that was kept, if any. */
    void showKept() {
        if (kept != null) {
            Page page = kept;
            kept = null;
            view.show(page);
        }
    }

    /** Shows what can be chosen and what is. */
    void showChoices(Comparison comparison, Memory memory) {
        choices.show(comparison, memory.options(), memory.filter(kind));
    }
}
