package org.glomera.ui.studies;

import java.net.URISyntaxException;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;

/** Where the workbench keeps the studies that come with the program: in its data folder, below {@code samples}. */
public final class SampleStudies {

    private SampleStudies() {
    }

    /** The folder of the reference study, which need not be there. */
    public static Path reference() {
        try {
            Path data = Path.of(URIUtil.toURI(Platform.getInstanceLocation().getURL()));
            return data.resolve("samples").resolve("reference-study");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The data folder of the workbench has no path.", e);
        }
    }
}
