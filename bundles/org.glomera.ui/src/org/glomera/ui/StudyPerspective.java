package org.glomera.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective in which a study is looked through. */
public final class StudyPerspective implements IPerspectiveFactory {

	/** The identifier of this perspective in plugin.xml. */
	public static final String ID = "org.glomera.ui.perspectives.study";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(true);
	}
}
