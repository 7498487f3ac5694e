package org.glomera.rcp;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.glomera.ui.StudyPerspective;

/** How the workbench behaves as a whole: layout kept between starts, the first perspective. */
final class GlomeraWorkbenchAdvisor extends WorkbenchAdvisor {

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return StudyPerspective.ID;
	}
}
