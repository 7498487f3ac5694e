package org.glomera.ui.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.StageProgress;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationMethods;
import org.glomera.registry.Contribution;
import org.glomera.study.CaseRegistration;
import org.glomera.ui.Texts;

/**
 * The part of the panel that moves the SPECT: six numbers, a method to find them, what speaks for and against where the
 * SPECT is now, and the buttons that take back and write. It is there while the SPECT is moved.
 */
final class MovePanel {

    private static final int COLUMNS = 4;
    private static final int FIELD_PX = 58;
    private static final int WORDS_PX = 300;
    private static final int TICKS = 1000;
    private static final String[] AXES = {"x, to the left", "y, to the back", "z, to the head"};

    private final SpectMove move;
    private final MoveJobs jobs;
    private final Runnable resized;
    private final Group group;
    private final Text[] shift = new Text[3];
    private final Text[] turn = new Text[3];
    private final List<Contribution<RegistrationMethod>> methods;
    private Combo method;
    private Button register;
    private ProgressBar bar;
    private Label words;
    private Label warnings;
    private Link proposed;
    private Button undo;
    private Button reset;
    private Button apply;
    private String problem = "";
    private boolean isShowing;

    /**
     * Makes the part.
     *
     * @param resized told when it needs another height
     */
    MovePanel(Composite parent, SpectMove move, MoveJobs jobs, Runnable resized) {
        this.resized = resized;
        this.move = move;
        this.jobs = jobs;
        methods = RegistrationMethods.list().stream()
                .filter(each -> !each.id().equals(RegistrationMethods.MANUAL)).toList();
        group = new Group(parent, SWT.NONE);
        group.setText("SPECT onto CT");
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.verticalSpacing = 3;
        group.setLayout(layout);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        createNumbers();
        createMethod();
        words = wrapped();
        warnings = wrapped();
        warnings.setForeground(group.getDisplay().getSystemColor(SWT.COLOR_RED));
        proposed = new Link(group, SWT.NONE);
        proposed.setText("A registration waits to be looked at. <a>Show it</a>");
        proposed.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
        proposed.addListener(SWT.Selection, event -> move.showProposed());
        createButtons();
        move.addListener(this::update);
        jobs.show(told -> onUiThread(() -> progress(told)), sentence -> {
            problem = sentence;
            update();
        });
        update();
    }

    private void onUiThread(Runnable task) {
        if (!group.isDisposed()) {
            group.getDisplay().asyncExec(() -> {
                if (!group.isDisposed()) {
                    task.run();
                }
            });
        }
    }

    private void createNumbers() {
        label("");
        for (String axis : new String[] {"x", "y", "z"}) {
            Label head = label(axis);
            head.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        }
        label("Shift, mm").setToolTipText("How far the SPECT is shifted from where it was imported, in patient coordinates"
                + " (DICOM LPS)");
        for (int i = 0; i < 3; i++) {
            shift[i] = field("Millimetres along " + AXES[i]);
        }
        label("Turn, \u00b0").setToolTipText("How far the SPECT is turned about the middle of its field of view: about x,"
                + " then y, then z");
        for (int i = 0; i < 3; i++) {
            turn[i] = field("Degrees about " + AXES[i]);
        }
    }

    private Label label(String text) {
        Label label = new Label(group, SWT.NONE);
        label.setText(text);
        return label;
    }

    private Text field(String tooltip) {
        Text field = new Text(group, SWT.BORDER | SWT.RIGHT);
        field.setToolTipText(tooltip + "; Enter takes it");
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = FIELD_PX;
        field.setLayoutData(place);
        field.addListener(SWT.DefaultSelection, event -> take());
        field.addListener(SWT.FocusOut, event -> take());
        return field;
    }

    private void createMethod() {
        method = new Combo(group, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        place.widthHint = 3 * FIELD_PX;
        method.setLayoutData(place);
        method.setItems(methods.stream().map(Contribution::name).toArray(String[]::new));
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i).id().equals(RegistrationMethods.MUTUAL_INFORMATION) || method.getSelectionIndex() < 0) {
                method.select(i);
            }
        }
        method.addListener(SWT.Selection, event -> explainMethod());
        register = new Button(group, SWT.PUSH);
        register.setText("Register");
        register.setToolTipText("Find where the SPECT belongs, from where it is now; nothing is written");
        register.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
        register.addListener(SWT.Selection, event -> startOrStop());
        bar = new ProgressBar(group, SWT.HORIZONTAL);
        bar.setMaximum(TICKS);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, COLUMNS, 1));
        explainMethod();
    }

    private void explainMethod() {
        if (method.getSelectionIndex() >= 0) {
            method.setToolTipText(methods.get(method.getSelectionIndex()).description());
        }
    }

    private Label wrapped() {
        Label label = new Label(group, SWT.WRAP);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1);
        place.widthHint = WORDS_PX;
        label.setLayoutData(place);
        return label;
    }

    private void createButtons() {
        Composite row = new Composite(group, SWT.NONE);
        GridLayout layout = new GridLayout(3, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
        undo = button(row, "Undo", "Take the last step back", move::undo);
        reset = button(row, "Reset", "Put the SPECT where it was imported", move::reset);
        apply = button(row, "Apply", "Write where the SPECT lies now (Ctrl+S)", jobs::apply);
    }

    private static Button button(Composite row, String text, String tooltip, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tooltip);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void startOrStop() {
        if (jobs.isRunning()) {
            jobs.stop();
        } else {
            jobs.register(methods.get(method.getSelectionIndex()).id());
            update();
        }
    }

    /** Shows how far a method is; null when it ended. */
    private void progress(StageProgress told) {
        bar.setSelection(told == null ? 0 : (int) Math.round(told.share() * TICKS));
        bar.setToolTipText(told == null ? null : told.detail());
        update();
    }

    /** Takes the numbers that were typed; one that is none becomes what it was. */
    private void take() {
        if (isShowing) {
            return;
        }
        Movement now = move.movement();
        Vector3 newShift = typed(shift, now.shiftMm());
        Vector3 newTurn = typed(turn, now.rotationDegrees());
        if (!newShift.equals(now.shiftMm()) || !newTurn.equals(now.rotationDegrees())) {
            move.set(new Movement(newShift, newTurn));
        }
        showNumbers();
    }

    private static Vector3 typed(Text[] fields, Vector3 now) {
        return new Vector3(typed(fields[0], now.x()), typed(fields[1], now.y()), typed(fields[2], now.z()));
    }

    /** What was typed; the number that is shown rounded stays as it is. */
    private static double typed(Text field, double now) {
        String text = field.getText().strip().replace(',', '.').replace('\u2212', '-');
        if (text.equals(number(now))) {
            return now;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) && Math.abs(value) <= 10_000 ? value : now;
        } catch (NumberFormatException e) {
            return now;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0 : value);
    }

    private void showNumbers() {
        isShowing = true;
        Movement now = move.movement();
        show(shift, now.shiftMm());
        show(turn, now.rotationDegrees());
        isShowing = false;
    }

    private static void show(Text[] fields, Vector3 numbers) {
        set(fields[0], number(numbers.x()));
        set(fields[1], number(numbers.y()));
        set(fields[2], number(numbers.z()));
    }

    private static void set(Text field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void update() {
        if (group.isDisposed()) {
            return;
        }
        showNumbers();
        boolean runs = jobs.isRunning();
        register.setText(runs ? "Stop" : "Register");
        register.setEnabled(runs || !methods.isEmpty());
        method.setEnabled(!runs);
        undo.setEnabled(move.canUndo() && !runs);
        reset.setEnabled(!move.movement().stays() && !runs);
        apply.setEnabled(move.isDirty() && !runs);
        boolean others = set(words, wordsNow()) | set(warnings, warningsNow()) | show(bar, runs)
                | show(proposed, move.proposed().isPresent() && !move.found().equals(move.proposed()));
        if (show(group, move.on()) || others) {
            resized.run();
        }
    }

    private String wordsNow() {
        Optional<CaseRegistration> found = move.found();
        String moved = move.isDirty() ? " Not applied yet." : "";
        if (found.isEmpty()) {
            return (move.movement().stays() ? "As it was imported." : "Moved by hand.") + moved;
        }
        List<String> parts = new ArrayList<>();
        parts.add(name(found.get().method()) + "." + moved);
        parts.add(found.get().score() + ": " + change(found.get().scoreBefore(), found.get().scoreAfter(), 4));
        if (!Double.isNaN(found.get().kidneysDiceAfter())) {
            parts.add("Dice of the drawn kidneys: " + change(found.get().kidneysDiceBefore(),
                    found.get().kidneysDiceAfter(), 3));
        }
        return String.join("\n", parts);
    }

    private String name(String id) {
        return id.equals(RegistrationMethods.MANUAL) ? "Moved by hand" : methods.stream()
                .filter(each -> each.id().equals(id)).map(Contribution::name).findFirst().orElse(id);
    }

    private static String change(double before, double after, int digits) {
        return Texts.number(before, digits) + " \u2192 " + Texts.number(after, digits);
    }

    private String warningsNow() {
        List<String> lines = new ArrayList<>();
        if (!problem.isEmpty()) {
            lines.add(problem);
        }
        move.found().ifPresent(found -> lines.addAll(found.warnings()));
        return String.join("\n", lines);
    }

    private static boolean set(Label label, String text) {
        String escaped = text.replace("&", "&&");
        boolean isNew = !label.getText().equals(escaped);
        if (isNew) {
            label.setText(escaped);
        }
        return show(label, !text.isEmpty()) || isNew;
    }

    private static boolean show(Control control, boolean shown) {
        GridData place = (GridData) control.getLayoutData();
        boolean isNew = place.exclude == shown;
        place.exclude = !shown;
        control.setVisible(shown);
        return isNew;
    }

    /** The widget, for tests. */
    Group control() {
        return group;
    }

    /** What the panel says of where the SPECT is, and against it; for tests. */
    String says() {
        return words.getText() + "\n" + warnings.getText();
    }
}
