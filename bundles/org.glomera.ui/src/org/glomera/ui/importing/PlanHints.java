package org.glomera.ui.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportRules;
import org.glomera.pipeline.InventoryRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.ui.Images;
import org.glomera.ui.jobs.PipelineJob;

/** What the user can say so that an import takes more, a line each with a link that leads there. */
final class PlanHints {

    /** The page of the preferences that holds the rules of an import. */
    static final String PREFERENCES = "org.glomera.ui.preferences.import";

    private static final String AGAIN = "again";

    private final Answers answers;
    private final Composite frame;
    private final LocalResourceManager resources;
    private final Map<ImportHint, Link> links = new EnumMap<>(ImportHint.class);
    private ImportPlan plan;

    /**
     * What the links do.
     *
     * @param services draft a list
     * @param lookAgain told true when the user asks to look again, false when the preferences may have changed
     */
    record Answers(PipelineServices services, Consumer<Boolean> lookAgain) {

        /** Refuses missing parts. */
        Answers {
            Objects.requireNonNull(services);
            Objects.requireNonNull(lookAgain);
        }
    }

    PlanHints(Composite parent, Answers answers) {
        this.answers = Objects.requireNonNull(answers);
        frame = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        frame.setLayout(layout);
        resources = new LocalResourceManager(JFaceResources.getResources(), frame);
    }

    /** Shows the hints of a plan. */
    void show(ImportPlan newPlan) {
        plan = newPlan;
        for (Control child : frame.getChildren()) {
            child.dispose();
        }
        links.clear();
        for (ImportHint hint : ImportHint.values()) {
            if (plan.hints().contains(hint)) {
                add(hint);
            }
        }
        ((GridData) frame.getLayoutData()).exclude = links.isEmpty();
        frame.setVisible(!links.isEmpty());
        frame.layout();
    }

    private void add(ImportHint hint) {
        Label icon = new Label(frame, SWT.NONE);
        icon.setImage(resources.get(Images.descriptor("problem")));
        Link link = new Link(frame, SWT.WRAP);
        link.setText(words(hint));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(link);
        link.addListener(SWT.Selection, event -> answer(hint, event.text));
        links.put(hint, link);
    }

    private static String words(ImportHint hint) {
        return switch (hint) {
            case CALIBRATION -> "A SPECT was left out, since it is in counts. <a>Set its calibration\u2026</a>";
            case KIDNEY_NAMES -> "A delineation was left out, since it shows no structure that is known as a kidney or does"
                    + " not fit its image. <a>Change the names of kidneys\u2026</a>";
            case IMAGE_LIST -> "Image files that are no DICOM were left out. A list images.csv in their folder says what"
                    + " they are: <a href=\"draft\">write one to fill in\u2026</a>, then <a href=\"" + AGAIN
                    + "\">look again</a>.";
        };
    }

    /** Does what a link says. */
    void answer(ImportHint hint, String target) {
        if (hint != ImportHint.IMAGE_LIST) {
            PreferencesUtil.createPreferenceDialogOn(frame.getShell(), PREFERENCES, null, null).open();
            answers.lookAgain().accept(false);
        } else if (AGAIN.equals(target)) {
            answers.lookAgain().accept(true);
        } else {
            draft(frame.getShell());
        }
    }

    private void draft(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("List of Images");
        dialog.setFilterPath(plan.dicomFolders().get(0).toString());
        dialog.setFileName("images.csv");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            draft(Path.of(chosen));
        }
    }

    /** Writes a list of the image files of the first folder, in the background. */
    void draft(Path file) {
        InventoryRequest request = new InventoryRequest(List.of(plan.dicomFolders().get(0)), ImportRules.usual());
        PipelineJob.<String>of("Writing a list of images", (listener, monitor) -> {
            String text = answers.services().imageListDraft().run(request, listener, monitor);
            try {
                AtomicFiles.writeString(file, text);
            } catch (IOException e) {
                throw new GlomeraException(Kind.RESOURCES, "'" + file + "' cannot be written: " + e.getMessage()
                        + ". Choose another place; the list has to lie in the folder of its images to be used.", e);
            }
            return text;
        }).icon(Images.descriptor("import")).saying(text -> "Wrote " + file + ". Fill it in, then look again.").start();
    }

    /** The lines that are shown. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        links.values().forEach(link -> shown.add(link.getText()));
        return shown;
    }

    Composite control() {
        return frame;
    }
}
