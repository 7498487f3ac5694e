package org.glomera.ui.scene;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.glomera.ui.explorer.StudyExplorer;

/** The perspective in which kidneys are inspected: explorer and editors on the left, the 3D view large on the right. */
public final class ScenePerspective implements IPerspectiveFactory {

    /** The identifier of this perspective in plugin.xml. */
    public static final String ID = "org.glomera.ui.perspectives.scene";

    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    private static final float LEFT_SHARE = 0.27f;
    private static final float EXPLORER_SHARE = 0.42f;
    private static final float EDITOR_SHARE = 0.75f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        layout.addView(SceneViewPart.ID, IPageLayout.RIGHT, LEFT_SHARE, IPageLayout.ID_EDITOR_AREA);
        layout.addView(StudyExplorer.ID, IPageLayout.TOP, EXPLORER_SHARE, IPageLayout.ID_EDITOR_AREA);
        layout.getViewLayout(StudyExplorer.ID).setCloseable(false);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, EDITOR_SHARE,
                IPageLayout.ID_EDITOR_AREA);
        below.addPlaceholder(PROGRESS);
        below.addPlaceholder(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(SceneViewPart.ID);
        layout.addShowViewShortcut(StudyExplorer.ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(PROGRESS);
    }
}
