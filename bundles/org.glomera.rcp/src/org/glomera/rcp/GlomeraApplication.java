package org.glomera.rcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.glomera.ui.jobs.WorkAtClosing;

/**
 * The application with a window: {@code org.glomera.rcp.application}. The arguments are folders of studies to open. Of
 * two starts with the same data folder the second hands its studies to the first and ends.
 */
public final class GlomeraApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        List<Path> studies = StudyArguments.parse(Platform.getApplicationArgs());
        Location data = Platform.getInstanceLocation();
        HandOver handOver = HandOver.in(Path.of(data.getURL().getPath()));
        if (!lock(data)) {
            handOver.send(studies);
            return EXIT_OK;
        }
        Display display = PlatformUI.createDisplay();
        Display.setAppName("Glomera");
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new GlomeraWorkbenchAdvisor(studies, handOver));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
            data.release();
        }
    }

    private static boolean lock(Location data) {
        try {
            return data.lock();
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder '" + data.getURL().getPath() + "' cannot be written. Check"
                    + " its rights, or name another one with -data.", e);
        }
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                WorkAtClosing.stop(display);
                PlatformUI.getWorkbench().close();
            }
        });
    }
}
