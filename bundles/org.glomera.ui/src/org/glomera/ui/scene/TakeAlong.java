package org.glomera.ui.scene;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.glomera.core.GlomeraException;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.ui.FileWriting;

/** What users take from the 3D view: its picture, a turn around it, the surfaces as files. Only on the UI thread. */
final class TakeAlong {

    /** SWT's word for one pixel a point. */
    private static final int HUNDRED = 100;

    private final SceneCanvas canvas;
    private final SceneModel model;
    private final FileWriting writing;

    TakeAlong(SceneCanvas canvas, SceneModel model, FileWriting writing) {
        this.canvas = canvas;
        this.model = model;
        this.writing = writing;
    }

    /** The picture as it is seen, with all that is laid over it, in the pixels of the screen. */
    ImageData snapshot() {
        Point size = canvas.getSize();
        return painted(canvas.getDisplay(), zoom(canvas), size.x, size.y, gc -> canvas.paint(gc, size.x, size.y));
    }

    private static int zoom(SceneCanvas canvas) {
        return (int) Math.round(HUNDRED * canvas.pixelsPerPoint());
    }

    private interface Painter {

        void paint(GC gc);
    }

    private static ImageData painted(Display display, int zoom, int width, int height, Painter painter) {
        Image image = new Image(display, Math.max(1, width), Math.max(1, height));
        try {
            GC gc = new GC(image);
            painter.paint(gc);
            gc.dispose();
            return image.getImageData(zoom);
        } finally {
            image.dispose();
        }
    }

    /** Puts the picture on the clipboard. */
    void copyPicture() {
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        try {
            clipboard.setContents(new Object[] {snapshot()}, new Transfer[] {ImageTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** Asks for a file and saves the picture. */
    void savePicture() {
        ImageData picture = snapshot();
        writing.toFile(model.content().images().caseId() + "-3d.png", (file, monitor) -> Turntable.save(picture, file));
    }

    /** Saves the picture, in a job. */
    Job savePicture(Path file) {
        ImageData picture = snapshot();
        return writing.start(file, (target, monitor) -> Turntable.save(picture, target));
    }

    /** Asks how and where, and writes a turn as a series of pictures. */
    void turntable(RenderEngine engine, SceneItems items) {
        Point size = canvas.getSize();
        TurntableDialog dialog = new TurntableDialog(canvas.getShell(), size.x, size.y);
        if (dialog.open() == Window.OK) {
            Turntable.Wish wish = dialog.wish();
            writing.toFolder("Folder for the " + wish.count() + " pictures", turn(engine, items, wish));
        }
    }

    /** Writes a turn into a folder, in a job. */
    Job turntable(RenderEngine engine, SceneItems items, Turntable.Wish wish, Path folder) {
        return writing.start(folder, turn(engine, items, wish));
    }

    private FileWriting.Task turn(RenderEngine engine, SceneItems items, Turntable.Wish wish) {
        SceneState state = model.state();
        String name = state.content().images().caseId();
        Display display = canvas.getDisplay();
        return (folder, monitor) -> {
            try (SceneRenderer renderer = engine.open()) {
                Turntable.write(renderer, items, state, wish, drawn -> finished(display, drawn, wish), folder, name, monitor);
            }
        };
    }

    /** A picture of a turn with the words over it; waits for the UI thread, which paints them. */
    private static ImageData finished(Display display, SceneDrawing.Drawn drawn, Turntable.Wish wish) {
        ImageData[] result = new ImageData[1];
        ImageData picture = SceneDrawing.imageData(drawn.picture());
        display.syncExec(() -> {
            LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(display));
            Image image = new Image(display, picture);
            try {
                result[0] = painted(display, HUNDRED, wish.width(), wish.height(), gc -> {
                    gc.setBackground(resources.create(ColorDescriptor.createFrom(SceneOverlay.ground(drawn.state()))));
                    gc.fillRectangle(0, 0, wish.width(), wish.height());
                    gc.drawImage(image, 0, 0);
                    new SceneOverlay(resources).paint(gc, drawn, drawn.state(), drawn.view().width(), wish.height());
                });
            } finally {
                image.dispose();
                resources.dispose();
            }
        });
        return result[0];
    }

    /** Asks for a folder and writes the surfaces that are shown into it. */
    void surfaces(SurfaceMaker maker, MeshFormat format) {
        writing.toFolder("Folder for the surfaces that are shown, a " + format.title() + " file each",
                surfaceFiles(maker, format));
    }

    /** Writes the surfaces that are shown into a folder, in a job. */
    Job surfaces(SurfaceMaker maker, MeshFormat format, Path folder) {
        return writing.start(folder, surfaceFiles(maker, format));
    }

    private FileWriting.Task surfaceFiles(SurfaceMaker maker, MeshFormat format) {
        SceneState state = model.state();
        List<SceneSurface> shown = state.content().surfaces().stream()
                .filter(each -> each.surface().isPresent() && state.settings().isShown(each.id())).toList();
        return (folder, monitor) -> write(shown, state, maker, format, folder, monitor);
    }

    private static void write(List<SceneSurface> shown, SceneState state, SurfaceMaker maker, MeshFormat format,
            Path folder, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Surfaces", shown.size());
        for (SceneSurface each : shown) {
            Path file = folder.resolve(fileName(state.content().images().caseId(), each, format));
            progress.subTask(file.getFileName().toString());
            maker.write(file, each.surface().orElseThrow().mesh(), SceneItems.colouring(each, state), format);
            progress.split(1);
        }
    }

    /** What the file of a surface is called: {@code TE001_network1_right.stl}. */
    static String fileName(String caseId, SceneSurface surface, MeshFormat format) {
        String id = surface.delineation().id();
        String name = caseId + "_" + id.substring(id.indexOf('/') + 1) + "_" + surface.side().word();
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_") + "." + format.extension();
    }
}
