package org.glomera.ui.properties;

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
final class ImageFactsReader {

    private static final int MOST_REMEMBERED = 400;

    private record Key(Path file, long size, FileTime changed) {
    }

    private final Map<Key, ImageFacts> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ImageFacts> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** The images of a case that are in its folder; asked for cancelling between two of them. */
    Map<CaseFile, ImageFacts> read(Case shown, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, shown.info().available().size());
        Map<CaseFile, ImageFacts> facts = new EnumMap<>(CaseFile.class);
        for (CaseFile image : shown.info().available()) {
            progress.split(1);
            facts.put(image, read(shown.path().resolve(image.fileName()), image));
        }
        return facts;
    }

    private ImageFacts read(Path file, CaseFile image) {
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
                    + "' is named in case.json but cannot be read. Import the case again.", e).getMessage());
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
