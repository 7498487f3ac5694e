package org.glomera.ui.registering;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.glomera.ui.Images;
import org.glomera.ui.editor.StudyTableInput;

/**
 * Says whose registrations a table shows. Kept between starts by {@link RegistrationsInputFactory}.
 *
 * @param root the study's folder, absolute
 */
public record RegistrationsInput(Path root) implements StudyTableInput {

    /** Refuses a missing folder. */
    public RegistrationsInput {
        Objects.requireNonNull(root);
    }

    @Override
    public String getName() {
        return "SPECT onto CT of " + root.getFileName();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("register");
    }

    @Override
    public String getFactoryId() {
        return RegistrationsInputFactory.ID;
    }
}
