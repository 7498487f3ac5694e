package org.glomera.ui.segmenting;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.core.Side;
import org.glomera.pipeline.SegmentCasesRequest;
import org.glomera.pipeline.SegmentCasesResult;
import org.glomera.pipeline.SegmentResult;
import org.glomera.ui.Images;
import org.glomera.ui.Texts;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/** Asks for networks, segments the selected cases with them in the background, and shows the first result in slices. */
public final class SegmentHandler extends AbstractHandler {

    private static final System.Logger LOG = System.getLogger(SegmentHandler.class.getName());

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<Case> cases = new ArrayList<>();
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event).toList()) {
            Case shown = Adapters.adapt(element, Case.class);
            if (shown != null && (cases.isEmpty() || shown.root().equals(cases.get(0).root())) && cases.stream()
                    .noneMatch(each -> each.info().id().equals(shown.info().id()))) {
                cases.add(shown);
            }
        }
        if (!cases.isEmpty()) {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            PipelineJob.of("Looking for networks", (listener, monitor) -> NetworkChoice.all(cases.get(0).root()))
                    .then(choices -> ask(window, cases, choices)).notKept().start();
        }
        return null;
    }

    private static void ask(IWorkbenchWindow window, List<Case> cases, List<NetworkChoice> choices) {
        SegmentDialog dialog = new SegmentDialog(window.getShell(), cases, choices);
        if (dialog.open() == Window.OK) {
            start(window.getActivePage(), dialog.request());
        }
    }

    private static void start(IWorkbenchPage page, SegmentCasesRequest request) {
        String what = request.caseIds().size() == 1 ? request.caseIds().get(0)
                : Texts.count(request.caseIds().size(), "case", "cases");
        PipelineJob.of("Segmenting " + what + " in '" + request.studyFolder().getFileName() + "'",
                Settings.ofWorkbench().services().segmentCases(), request).writing(request.studyFolder()).usingEngine()
                .icon(Images.descriptor("kidneys_automatic")).saying(SegmentHandler::sentence)
                .then(result -> show(page, request, result)).start();
    }

    private static String sentence(SegmentCasesResult result) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, SegmentResult> each : result.segmented().entrySet()) {
            SegmentResult found = each.getValue();
            parts.add(String.format(Locale.ROOT, "%s: right %.1f ml, left %.1f ml%s", each.getKey(),
                    found.volumeMl().get(Side.RIGHT), found.volumeMl().get(Side.LEFT), found.removed().isEmpty() ? ""
                            : String.format(Locale.ROOT, ", removed %d pieces of %.1f ml", found.removed().size(),
                                    found.removedMl())));
        }
        return String.join("; ", parts) + ".";
    }

    private static void show(IWorkbenchPage page, SegmentCasesRequest request, SegmentCasesResult result) {
        OpenStudies.ofWorkbench().refresh();
        String first = result.segmented().keySet().iterator().next();
        try {
            SliceEditor.open(page, new SliceInput(request.studyFolder(), first, "")).readCaseAgain();
        } catch (PartInitException e) {
            LOG.log(Level.WARNING, "The images of a case could not be shown.", e);
        }
        if (!result.refused().isEmpty()) {
            MessageDialog.openWarning(page.getWorkbenchWindow().getShell(), "Segment with a Network",
                    Texts.count(result.refused().size(), "case was", "cases were") + " not segmented.\n\n"
                            + String.join("\n", result.refused().values()));
        }
    }
}
