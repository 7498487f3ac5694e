package org.glomera.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.glomera.network.Channel;
import org.glomera.network.augmentation.AugmentationParameter;

/**
 * The augmentations that plug-ins bring, each with a check box; how often it is used and its parameters appear when it is
 * checked. One that is about images that the network does not see is left out.
 */
final class AugmentationGroup {

    private static final int NUMBER_PX = 60;
    private static final int LABEL_PX = 150;
    private static final int INDENT_PX = 12;
    private static final int LEVEL_PX = 6;

    private final Group group;
    private final Runnable changed;
    private final Runnable resized;
    private final List<Runnable> checks = new ArrayList<>();
    private NetworkDraft draft;

    /**
     * Makes the group across a form of two columns.
     *
     * @param changed told when something was set
     * @param resized told when the group needs another height
     */
    AugmentationGroup(Composite form, Runnable changed, Runnable resized) {
        this.changed = changed;
        this.resized = resized;
        group = Layouts.group(form, "Augmentation: training images are changed by chance, anew in each epoch", 3);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    }

    /** Shows the augmentations of a network. */
    void show(NetworkDraft shown) {
        draft = shown;
        checks.clear();
        for (Control child : group.getChildren()) {
            child.dispose();
        }
        List<Channel> seen = draft.base().channels();
        draft.augmentations().stream().filter(one -> one.used() || one.info().isFor(seen))
                .forEach(one -> row(one, seen));
        group.layout();
        resized.run();
        update();
    }

    private void row(AugmentationDraft one, List<Channel> seen) {
        Button use = new Button(group, SWT.CHECK);
        use.setText(one.info().name());
        use.setToolTipText(one.info().description());
        use.setSelection(one.used());
        use.setData(one.info().id());
        use.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Composite often = Layouts.plain(group, 3);
        often.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        number(often, "Share of the images", "", "How often an image is changed: above 0 to 1.", one::probability,
                one::probability, () -> one.used() ? one.probabilityProblem() : Optional.empty());
        Composite parameters = Layouts.plain(group, 3);
        parameters.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        for (AugmentationParameter parameter : one.info().parameters()) {
            if (seen.stream().anyMatch(parameter::isAbout)) {
                number(parameters, parameter.label(), parameter.unit(), parameter.description() + " " + parameter.range()
                        + "; suggested: " + parameter.standardInWords() + ".", () -> one.text(parameter),
                        typed -> one.text(parameter, typed), () -> one.used() ? one.problem(parameter)
                                : Optional.empty());
            }
        }
        visible(one.used(), use, often, parameters);
        use.addListener(SWT.Selection, event -> {
            one.use(use.getSelection());
            visible(one.used(), use, often, parameters);
            resized.run();
            changed.run();
        });
    }

    /** Hidden parts keep their column and take no height; the check box stands level with the numbers. */
    private static void visible(boolean shown, Button use, Composite... parts) {
        ((GridData) use.getLayoutData()).verticalIndent = shown ? LEVEL_PX : 0;
        for (Composite part : parts) {
            part.setVisible(shown);
            ((GridData) part.getLayoutData()).heightHint = shown ? SWT.DEFAULT : 1;
        }
    }

    private void number(Composite parent, String words, String unit, String help, Supplier<String> value,
            Consumer<String> typed, Supplier<Optional<String>> problem) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        label.setToolTipText(help);
        GridData name = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        name.widthHint = LABEL_PX;
        label.setLayoutData(name);
        Text text = new Text(parent, SWT.BORDER);
        text.setText(value.get());
        text.setToolTipText(help);
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = NUMBER_PX;
        place.horizontalIndent = INDENT_PX;
        text.setLayoutData(place);
        Label after = new Label(parent, SWT.NONE);
        after.setText(unit);
        ControlDecoration wrong = new ControlDecoration(text, SWT.TOP | SWT.LEFT);
        wrong.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        Runnable check = () -> problem.get().ifPresentOrElse(sentence -> {
            wrong.setDescriptionText(sentence);
            wrong.show();
        }, wrong::hide);
        checks.add(check);
        text.addListener(SWT.Modify, event -> {
            typed.accept(text.getText());
            changed.run();
        });
    }

    /** Marks what cannot be used. */
    void update() {
        checks.forEach(Runnable::run);
    }
}
