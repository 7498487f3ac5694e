package org.glomera.ui.handlers;

import java.nio.file.Path;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.glomera.ui.studies.OpenStudies;

/** The recent studies as lines of a menu, filled each time the menu is shown. */
public final class RecentStudiesMenu extends ContributionItem {

    @Override
    public void fill(Menu menu, int index) {
        int place = index;
        for (Path study : OpenStudies.ofWorkbench().recent()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH, place++);
            item.setText(study.toString().replace("&", "&&"));
            item.addListener(SWT.Selection, event -> OpenStudies.ofWorkbench().open(study));
        }
        if (place == index) {
            MenuItem none = new MenuItem(menu, SWT.PUSH, place);
            none.setText("None yet");
            none.setEnabled(false);
        }
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
