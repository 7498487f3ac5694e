package org.glomera.ui.preferences;

import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.glomera.core.GlomeraException;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Networks;
import org.glomera.registry.Contribution;

/** The page "Engine": what calculates networks, with how many threads, and how much memory there is. */
public final class EnginePage extends SettingsPage {

    /** More threads than this make nothing faster. */
    private static final int MOST_TIMES_PROCESSORS = 4;

    private Label report;

    /** Makes the page. */
    public EnginePage() {
        super("What calculates the networks on this machine.");
    }

    @Override
    protected void createFieldEditors() {
        List<Contribution<NetworkEngine>> engines = Networks.engines().contributions();
        addField(new ComboFieldEditor(Setting.ENGINE.key(), "&Engine:",
                engines.stream().map(each -> new String[] {each.name(), each.id()}).toArray(String[][]::new),
                getFieldEditorParent()));
        report = addText("\n");
        int processors = Runtime.getRuntime().availableProcessors();
        IntegerFieldEditor threads = new IntegerFieldEditor(Setting.THREADS.key(),
                "&Threads of a new training (0 for all " + processors + " processors of this machine):",
                getFieldEditorParent(), 4);
        threads.setValidRange(0, MOST_TIMES_PROCESSORS * processors);
        threads.setErrorMessage("Threads are a number from 0 to " + MOST_TIMES_PROCESSORS * processors + ".");
        addField(threads);
        addText("A training keeps the number of threads it was begun with, and segmenting with its weights takes as many,"
                + " since another number may round differently.");
        addText(memory());
        tell(Settings.ofWorkbench().engine());
    }

    /** What is said about memory. */
    static String memory() {
        return "The Java machine may use " + (Runtime.getRuntime().maxMemory() >> 20) + " MB for images, tables and"
                + " windows. To give it more, start Glomera with GLOMERA_HEAP=8g ./glomera. Networks calculate outside"
                + " of that memory and need their own: about 1 GB at the demo's size, 4 to 5 GB at the full size.";
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        super.propertyChange(event);
        if (event.getSource() instanceof FieldEditor field && field.getPreferenceName().equals(Setting.ENGINE.key())
                && FieldEditor.VALUE.equals(event.getProperty())) {
            tell(String.valueOf(event.getNewValue()));
        }
    }

    /** Asks an engine how it is; the first time that loads its libraries, so it is done in a job. */
    private void tell(String id) {
        report.setText("Asking the engine\u2026\n");
        Display display = report.getDisplay();
        Job.createSystem("Asking an engine", (ICoreRunnable) monitor -> {
            String words = report(id);
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!report.isDisposed()) {
                        report.setText(words);
                        report.getParent().layout(true, true);
                    }
                });
            }
        }).schedule();
    }

    /** What an engine says about itself. */
    static String report(String id) {
        try {
            return Networks.engine(id).report().explanation();
        } catch (GlomeraException e) {
            return e.getMessage();
        }
    }
}
