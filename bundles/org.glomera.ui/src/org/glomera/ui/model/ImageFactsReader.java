package org.glomera.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.study.CaseFile;
import org.glomera.ui.model.StudyNode.Case;

/**
 * Looks into the image files of cases: of an image its header only, of a delineation every voxel. Remembers what it
 * saw as long as the file does not change. Safe for use by several threads.
 */
public final class ImageFactsReader {

    private static final ImageFactsReader OF_WORKBENCH = new ImageFactsReader();

    private static final int MOST_REMEMBERED = 8000;

    private record Key(Path file, long size, FileTime changed) {
    }

    private final Map<Key, ImageFacts> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ImageFacts> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** The reader that all parts of this workbench share. */
    public static ImageFactsReader ofWorkbench() {
        return OF_WORKBENCH;
    }

    /** The images of a case that are in its folder; asked for cancelling between two of them. */
    public Map<CaseFile, ImageFacts> read(Case shown, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, shown.info().available().size());
        Map<CaseFile, ImageFacts> facts = new EnumMap<>(CaseFile.class);
        for (CaseFile image : shown.info().available()) {
            progress.split(1);
            facts.put(image, read(shown.path().resolve(image.fileName()), image));
        }
        return facts;
    }

    /**
     * One image.
     *
     * @param file where it is
     * @param image what it is; a segmentation counts as a delineation
     */
    public ImageFacts read(Path file, CaseFile image) {
        try {
            Key key = new Key(file, Files.size(file), Files.getLastModifiedTime(file));
            synchronized (remembered) {
                ImageFacts known = remembered.get(key);
                if (known != null) {
                    return known;
                }
            }
            ImageFacts facts = look(file, image);
            synchronized (remembered) {
                remembered.put(key, facts);
            }
            return facts;
        } catch (IOException e) {
            return new ImageFacts.Unreadable(new GlomeraException(Kind.INPUT, "'" + file.getFileName()
                    + "' is gone or cannot be read. Import the case again.", e).getMessage());
        } catch (GlomeraException e) {
            return new ImageFacts.Unreadable(e.getMessage());
        }
    }

    private static ImageFacts look(Path file, CaseFile image) throws GlomeraException {
        return switch (image) {
            case CT, SPECT -> new ImageFacts.Readable(NiftiFiles.readGrid(file), Map.of());
            case KIDNEYS_CT, KIDNEYS_SPECT -> {
                LabelMap kidneys = NiftiFiles.readLabelMap(file);
                yield new ImageFacts.Readable(kidneys.grid(), Map.of(Side.RIGHT, kidneys.volumeMl(Side.RIGHT),
                        Side.LEFT, kidneys.volumeMl(Side.LEFT)));
            }
        };
    }
}
