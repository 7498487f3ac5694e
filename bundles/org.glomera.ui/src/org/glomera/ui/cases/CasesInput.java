package org.glomera.ui.cases;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.glomera.ui.Images;
import org.glomera.ui.editor.StudyTableInput;

/**
 * Says whose cases a table shows. Kept between starts by {@link CasesInputFactory}.
 *
 * @param root the study's folder, absolute
 */
public record CasesInput(Path root) implements StudyTableInput {

    /** Refuses a missing folder. */
    public CasesInput {
        Objects.requireNonNull(root);
    }

    @Override
    public String getName() {
        return "Cases of " + root.getFileName();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("cases");
    }

    @Override
    public String getFactoryId() {
        return CasesInputFactory.ID;
    }
}
