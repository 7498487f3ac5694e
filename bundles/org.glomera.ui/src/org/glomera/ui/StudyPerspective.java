package org.glomera.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.glomera.ui.explorer.StudyExplorer;
import org.glomera.ui.scene.SceneViewPart;
import org.glomera.ui.welcome.FirstStepsView;

/** The perspective in which a study is looked through: explorer left, editors, properties and progress below. */
public final class StudyPerspective implements IPerspectiveFactory {

    /** The identifier of this perspective in plugin.xml. */
    public static final String ID = "org.glomera.ui.perspectives.study";

    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    private static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";
    private static final float EXPLORER_SHARE = 0.26f;
    private static final float FIRST_STEPS_FROM = 0.40f;
    private static final float EDITOR_SHARE = 0.70f;
    private static final float SCENE_SHARE = 0.40f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        layout.addView(StudyExplorer.ID, IPageLayout.LEFT, EXPLORER_SHARE, IPageLayout.ID_EDITOR_AREA);
        layout.getViewLayout(StudyExplorer.ID).setCloseable(false);
        layout.addPlaceholder(SceneViewPart.ID, IPageLayout.RIGHT, SCENE_SHARE, IPageLayout.ID_EDITOR_AREA);
        layout.addPlaceholder(FirstStepsView.ID, IPageLayout.BOTTOM, FIRST_STEPS_FROM, StudyExplorer.ID);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, EDITOR_SHARE,
                IPageLayout.ID_EDITOR_AREA);
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addView(PROGRESS);
        below.addPlaceholder(ERROR_LOG);
        layout.addShowViewShortcut(StudyExplorer.ID);
        layout.addShowViewShortcut(SceneViewPart.ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(PROGRESS);
        layout.addShowViewShortcut(FirstStepsView.ID);
        layout.addShowViewShortcut(ERROR_LOG);
    }
}
