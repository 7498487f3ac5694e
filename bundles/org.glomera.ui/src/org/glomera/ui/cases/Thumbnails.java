package org.glomera.ui.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.glomera.core.GlomeraException;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.file.Digests;
import org.glomera.render.slice.SlicePicture;
import org.glomera.study.CaseFile;
import org.glomera.ui.model.StudyNode.Case;

/**
 * The small pictures of cases. They are made in a job, those that were asked for last first, and kept as PNG files under
 * a name that follows from the case's files, so that a picture never shows what is not there any more. Safe for use by
 * several threads.
 */
final class Thumbnails extends Job {

    /** Size of a picture in device-independent pixels; it is drawn with twice as many. */
    static final int WIDTH_PX = 96;
    static final int HEIGHT_PX = 66;

    private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());
    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);
    private static final int DEPTH = 32;
    /** Changes when pictures are drawn in another way. */
    private static final String EDITION = "1";
    private static final int MOST_FILES = 4000;
    private static final int MOST_WISHES = 200;

    private final Path folder;
    private final BiConsumer<String, ImageData> receiver;
    private final Deque<Case> wishes = new ArrayDeque<>();

    /**
     * Makes the pictures of one table.
     *
     * @param folder where they are kept; made when it is not there
     * @param receiver told of the case and its picture, null for one that has none, on the job's thread
     */
    Thumbnails(Path folder, BiConsumer<String, ImageData> receiver) {
        super("Drawing small pictures of cases");
        this.folder = Objects.requireNonNull(folder);
        this.receiver = Objects.requireNonNull(receiver);
        setSystem(true);
        setPriority(DECORATE);
    }

    /** Asks for the picture of a case. */
    void wish(Case shown) {
        synchronized (wishes) {
            wishes.removeIf(each -> each.info().id().equals(shown.info().id()));
            wishes.addFirst(shown);
            if (wishes.size() > MOST_WISHES) {
                wishes.removeLast();
            }
        }
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (Case next = next(); next != null; next = next()) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            try {
                receiver.accept(next.info().id(), picture(next, monitor));
            } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (GlomeraException | RuntimeException e) {
                LOG.log(Level.INFO, "A case has no small picture, since an image of it cannot be read.", e);
                receiver.accept(next.info().id(), null);
            }
        }
        return Status.OK_STATUS;
    }

    private Case next() {
        synchronized (wishes) {
            return wishes.pollFirst();
        }
    }

    private ImageData picture(Case shown, IProgressMonitor monitor) throws GlomeraException {
        Path file = folder.resolve(name(shown) + ".png");
        try {
            if (Files.isRegularFile(file)) {
                return new ImageData(file.toString());
            }
        } catch (SWTException e) {
            LOG.log(Level.INFO, "A small picture that was kept cannot be read and is drawn again.", e);
        }
        SlicePicture drawn = ThumbnailMaker.draw(shown, 2 * WIDTH_PX, 2 * HEIGHT_PX, monitor).orElse(null);
        if (drawn == null) {
            return null;
        }
        byte[] bytes = new byte[drawn.argb().length * Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().put(drawn.argb());
        ImageData data = new ImageData(2 * WIDTH_PX, 2 * HEIGHT_PX, DEPTH, RGB, Integer.BYTES, bytes);
        keep(file, data);
        return data;
    }

    private void keep(Path file, ImageData data) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        loader.save(png, SWT.IMAGE_PNG);
        try {
            Files.createDirectories(folder);
            makeRoom();
            AtomicFiles.write(file, out -> out.write(png.toByteArray()));
        } catch (IOException e) {
            LOG.log(Level.INFO, "A small picture could not be kept; it is drawn again next time.", e);
        }
    }

    /** Removes the older half of the pictures when there are too many. */
    private void makeRoom() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = new ArrayList<>(all.filter(each -> each.toString().endsWith(".png")).toList());
        }
        if (files.size() >= MOST_FILES) {
            files.sort((one, other) -> time(one).compareTo(time(other)));
            for (Path old : files.subList(0, MOST_FILES / 2)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** What a picture depends on: path, length and time of each file. */
    private static String name(Case shown) {
        StringBuilder text = new StringBuilder(EDITION);
        for (CaseFile each : shown.info().available()) {
            Path file = shown.path().resolve(each.fileName());
            text.append('\n').append(file).append(' ').append(file.toFile().length()).append(' ')
                    .append(file.toFile().lastModified());
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == Thumbnails.class;
    }
}
