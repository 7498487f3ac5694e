package org.glomera.ui.segmenting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.glomera.pipeline.SegmentCasesRequest;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.study.CaseFile;
import org.glomera.study.Names;
import org.glomera.ui.Texts;
import org.glomera.ui.model.StudyNode.Case;

/** Asks with which networks cases are segmented, and what the result is called. */
final class SegmentDialog extends TitleAreaDialog {

    private static final int TABLE_HEIGHT_PX = 190;
    private static final int NAME_LENGTH = 40;

    private final List<Case> cases;
    private final List<NetworkChoice> choices;
    private CheckboxTableViewer networks;
    private Button sliding;
    private Button probability;
    private Text name;
    private boolean isNamedByUser;
    private SegmentCasesRequest request;

    SegmentDialog(Shell parent, List<Case> cases, List<NetworkChoice> choices) {
        super(parent);
        this.cases = List.copyOf(cases);
        this.choices = List.copyOf(choices);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Segment with a Network");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Segment with a Network");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).applyTo(area);
        createTable(area);
        sliding = check(area, "Show it in sliding windows at the spacing of the training",
                "For images that are larger than those of the training. Otherwise each network is shown the image as its card"
                        + " says, mostly as a whole");
        probability = check(area, "Write the probability too, and of several networks their disagreement",
                "NIfTI files beside the label map, to look at in other programs");
        new Label(area, SWT.NONE).setText("Name of the result");
        name = new Text(area, SWT.BORDER);
        name.setTextLimit(NAME_LENGTH);
        name.setToolTipText("Letters, digits, dots, dashes and underscores; a result of the same name is replaced");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        name.addListener(SWT.Modify, event -> check());
        name.addListener(SWT.KeyDown, event -> isNamedByUser = true);
        return area;
    }

    private void createTable(Composite area) {
        networks = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION);
        networks.getTable().setHeaderVisible(true);
        networks.getTable().setLinesVisible(true);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(SWT.DEFAULT, TABLE_HEIGHT_PX)
                .applyTo(networks.getTable());
        column("Network", 330, NetworkChoice::title);
        column("Name", 200, NetworkChoice::name);
        column("Sees", 110, NetworkChoice::sees);
        column("Input", 120, NetworkChoice::input);
        column("From", 160, NetworkChoice::from);
        networks.setContentProvider(ArrayContentProvider.getInstance());
        networks.setInput(choices);
        networks.addCheckStateListener(event -> chosen());
    }

    private void column(String heading, int width, Function<NetworkChoice, String> text) {
        TableViewerColumn column = new TableViewerColumn(networks, SWT.LEFT);
        column.getColumn().setText(heading);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> text.apply((NetworkChoice) element)));
    }

    private static Button check(Composite area, String text, String tooltip) {
        Button button = new Button(area, SWT.CHECK);
        button.setText(text);
        button.setToolTipText(tooltip);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Segment", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private List<NetworkChoice> checked() {
        return Arrays.stream(networks.getCheckedElements()).map(NetworkChoice.class::cast).toList();
    }

    private void chosen() {
        List<NetworkChoice> checked = checked();
        if (!isNamedByUser) {
            String proposed = checked.isEmpty() ? "" : checked.size() == 1 ? checked.get(0).name()
                    : "ensemble-of-" + checked.size();
            name.setText(proposed.length() > NAME_LENGTH ? proposed.substring(0, NAME_LENGTH) : proposed);
        }
        check();
    }

    private void check() {
        String problem = problem();
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
        boolean empty = checked().isEmpty() && !choices.isEmpty();
        setMessage(problem.isEmpty() || empty ? "Outlines the kidneys of " + (cases.size() == 1 ? "the case "
                + cases.get(0).info().id() : Texts.count(cases.size(), "case", "cases")) + ". Several networks are an"
                + " ensemble: their probabilities are averaged. The result belongs to no experiment." : problem,
                problem.isEmpty() || empty ? IMessageProvider.NONE : IMessageProvider.ERROR);
    }

    /** Why it cannot begin; empty when it can. */
    private String problem() {
        List<NetworkChoice> checked = checked();
        if (checked.isEmpty()) {
            return choices.isEmpty() ? "There is no trained network, neither in this study nor in a plug-in."
                    : "Choose a network.";
        }
        if (checked.stream().map(NetworkChoice::needsSpect).distinct().count() > 1) {
            return "Networks that see the SPECT segment it, the others segment the CT: choose networks of one kind.";
        }
        CaseFile needed = checked.get(0).needsSpect() ? CaseFile.SPECT : CaseFile.CT;
        for (Case each : cases) {
            if (!each.info().has(needed) || !each.info().has(CaseFile.CT)) {
                return "The case " + each.info().id() + " has no " + (each.info().has(CaseFile.CT) ? "SPECT" : "CT")
                        + ", which the network needs.";
            }
        }
        return Names.isName(name.getText()) ? ""
                : "Name the result with letters, digits, dots, dashes and underscores; begin with a letter or a digit.";
    }

    @Override
    protected void okPressed() {
        List<Path> folders = new ArrayList<>();
        checked().forEach(each -> folders.addAll(each.folders()));
        request = new SegmentCasesRequest(cases.get(0).root(), cases.stream().map(each -> each.info().id()).toList(),
                folders.stream().distinct().toList(), sliding.getSelection() ? new Windowing.Sliding()
                        : new Windowing.ByCard(), name.getText(), probability.getSelection());
        super.okPressed();
    }

    /** What was asked for; null when it was cancelled. */
    SegmentCasesRequest request() {
        return request;
    }
}
