package org.glomera.pipeline.segmenting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Emission;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.network.Channel;
import org.glomera.pipeline.Components;

/**
 * What a path that a user names holds: an image file that was read, or DICOM series that were found.
 *
 * @param path what the user named
 * @param content the file's content; empty for DICOM
 * @param series the series of a folder, or those that a DICOM file belongs to; empty for an image file
 */
record NamedImage(Path path, Optional<ImageContent> content, List<DicomSeries> series) {

    NamedImage {
        Objects.requireNonNull(path);
        Objects.requireNonNull(content);
        series = List.copyOf(series);
    }

    /**
     * Looks.
     *
     * @throws GlomeraException when nothing is there, or an image file cannot be read
     */
    static NamedImage of(Path path, Components components, IProgressMonitor monitor) throws GlomeraException {
        if (!Files.exists(path)) {
            throw new GlomeraException(Kind.INPUT, "The image " + path + " is not there. Check the path.");
        }
        boolean file = Files.isRegularFile(path);
        if (file) {
            for (ImageReader reader : components.imageReaders()) {
                if (reader.supports(path).supported()) {
                    return new NamedImage(path, Optional.of(reader.read(path, monitor)), List.of());
                }
            }
        }
        Path named = path.toAbsolutePath().normalize();
        List<DicomSeries> found = new DicomDiscovery(components.dicomToolkit())
                .discover(file ? named.getParent() : path, monitor).series().stream()
                .filter(series -> !file || series.files().stream()
                        .anyMatch(each -> each.toAbsolutePath().normalize().equals(named))).toList();
        return new NamedImage(path, Optional.empty(), found);
    }

    /** Whether an image of a channel may be here; a file that does not say what its values are may hold either. */
    boolean mayHold(Channel channel) {
        if (content.isEmpty()) {
            return !series(channel).isEmpty();
        }
        return content.get().volumes().stream().map(volume -> volume.quantity())
                .anyMatch(quantity -> quantity == Quantity.UNKNOWN || quantity == quantity(channel));
    }

    /** The series that may be an image of a channel. */
    List<DicomSeries> series(Channel channel) {
        return series.stream().filter(each -> channel == Channel.CT ? each.modality().equals("CT")
                : Emission.isEmission(each)).toList();
    }

    /** What an image of a channel holds. */
    static Quantity quantity(Channel channel) {
        return channel == Channel.CT ? Quantity.HOUNSFIELD : Quantity.ACTIVITY_CONCENTRATION;
    }

    /** How an image of a channel is called in a sentence. */
    static String word(Channel channel) {
        return channel == Channel.CT ? "CT" : "SPECT";
    }
}
