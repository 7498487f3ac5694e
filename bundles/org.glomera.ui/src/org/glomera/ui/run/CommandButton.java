package org.glomera.ui.run;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ICommandListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.glomera.ui.Commands;

/** A button in a row that runs a command, enabled as the command is, and hidden where there is no such command. */
final class CommandButton {

    private final Button button;
    private final Command command;

    CommandButton(Composite row, String title, String tooltip, String commandId) {
        command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(commandId);
        // A form's toolkit would give the words a colour of their own, which they would keep while it is disabled.
        button = new Button(row, SWT.PUSH);
        button.setText(title);
        button.setToolTipText(tooltip);
        RowData place = new RowData();
        place.exclude = !command.isDefined();
        button.setLayoutData(place);
        button.setVisible(command.isDefined());
        button.addListener(SWT.Selection, event -> Commands.run(commandId));
        Display display = row.getDisplay();
        ICommandListener listener = event -> {
            if (!display.isDisposed()) {
                display.asyncExec(this::update);
            }
        };
        command.addCommandListener(listener);
        button.addListener(SWT.Dispose, event -> command.removeCommandListener(listener));
        update();
    }

    /** Asks the command anew whether it can be run. */
    void update() {
        if (!button.isDisposed() && command.isDefined()) {
            command.setEnabled(PlatformUI.getWorkbench().getService(IHandlerService.class).getCurrentState());
            button.setEnabled(command.isHandled() && command.isEnabled());
        }
    }

    /** The widget, for tests. */
    Button button() {
        return button;
    }
}
