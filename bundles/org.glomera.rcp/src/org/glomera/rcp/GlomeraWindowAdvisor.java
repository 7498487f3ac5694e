package org.glomera.rcp;

import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.statushandlers.StatusManager;
import org.glomera.ui.importing.FolderDrop;
import org.glomera.ui.welcome.WelcomeEditor;
import org.glomera.ui.welcome.WelcomeInput;

/** The window: its size at the first start, its bars, and the welcome page while no editor is open. */
final class GlomeraWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point FIRST_SIZE = new Point(1400, 900);

    GlomeraWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new GlomeraActionBarAdvisor(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(FIRST_SIZE);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
        configurer.setTitle("Glomera");
        configurer.addEditorAreaTransfer(FileTransfer.getInstance());
        configurer.configureEditorAreaDropListener(FolderDrop.ofWorkbench());
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        page.addPartListener(new WelcomeWhenEmpty(page));
        if (page.getEditorReferences().length == 0) {
            openWelcome(page);
        }
    }

    private static void openWelcome(IWorkbenchPage page) {
        try {
            page.openEditor(WelcomeInput.INSTANCE, WelcomeEditor.ID, false);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
        }
    }

    /** Opens the welcome page when the last other editor was closed; the page itself can be closed. */
    private static final class WelcomeWhenEmpty implements IPartListener2 {

        private final IWorkbenchPage page;

        WelcomeWhenEmpty(IWorkbenchPage page) {
            this.page = page;
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            boolean isLastOther = part instanceof IEditorReference && !WelcomeEditor.ID.equals(part.getId())
                    && page.getEditorReferences().length == 0;
            if (isLastOther && !page.getWorkbenchWindow().isClosing()) {
                page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> {
                    if (page.getWorkbenchWindow().getActivePage() == page && page.getEditorReferences().length == 0) {
                        openWelcome(page);
                    }
                });
            }
        }
    }
}
