package org.glomera.ui.comparison;

import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.glomera.ui.Theme;

/** Says above the pages what is wrong with the files: the first sentence, and all of them when they are asked for. */
final class WarningBanner {

    private static final int HIGHEST_PX = 150;

    private final Composite banner;
    private final GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
    private final StyledText text;
    private final GridData textPlace = new GridData(SWT.FILL, SWT.CENTER, true, false);
    private final Link more;
    private List<String> sentences = List.of();
    private boolean isOpen;

    /** Makes a banner that is not seen. */
    WarningBanner(Composite parent, Look look) {
        banner = new Composite(parent, SWT.NONE);
        Theme.keepColours(banner);
        banner.setBackground(look.warning());
        banner.setLayoutData(place);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = PageLayout.MARGIN_PX;
        layout.marginHeight = 4;
        banner.setLayout(layout);
        Label icon = new Label(banner, SWT.NONE);
        icon.setImage(JFaceResources.getImage(Dialog.DLG_IMG_MESSAGE_WARNING));
        Theme.keepColours(icon);
        icon.setBackground(look.warning());
        icon.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        text = new StyledText(banner, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI | SWT.V_SCROLL);
        Theme.keepColours(text);
        text.setCaret(null);
        text.setAlwaysShowScrollBars(false);
        text.setBackground(look.warning());
        text.setForeground(look.ink());
        text.setLayoutData(textPlace);
        more = new Link(banner, SWT.NONE);
        Theme.keepColours(more);
        more.setBackground(look.warning());
        more.setForeground(look.ink());
        more.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        more.addListener(SWT.Selection, event -> {
            isOpen = !isOpen;
            update();
        });
        parent.addListener(SWT.Resize, event -> fit());
        show(List.of());
    }

    /** Shows sentences; without any the banner is not seen. */
    void show(List<String> newSentences) {
        if (!newSentences.equals(sentences) || newSentences.isEmpty()) {
            sentences = List.copyOf(newSentences);
            update();
        }
    }

    private void update() {
        boolean some = !sentences.isEmpty();
        banner.setVisible(some);
        place.exclude = !some;
        text.setText(!some ? "" : isOpen ? String.join("\n", sentences) : sentences.get(0));
        more.setText(sentences.size() < 2 ? "" : isOpen ? "<a>Show the first only</a>"
                : "<a>Show all " + sentences.size() + "</a>");
        fit();
        banner.getParent().layout(true, true);
    }

    private void fit() {
        int width = banner.getParent().getClientArea().width - more.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - 80;
        textPlace.widthHint = Math.max(100, width);
        textPlace.heightHint = Math.min(HIGHEST_PX, text.computeSize(Math.max(100, width), SWT.DEFAULT).y);
    }

    /** What is shown, for tests. */
    List<String> sentences() {
        return sentences;
    }
}
