package org.glomera.pipeline.segmenting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.Emission;
import org.glomera.dicom.ReadImage;
import org.glomera.dicom.SpectRules;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.intensity.LinearMapping;
import org.glomera.pipeline.Components;

/** Reads one image that a user names: a file of a kind that a contributed reader takes, or a DICOM series. */
final class ImageInput {

    /**
     * What is looked for.
     *
     * @param word what it is called
     * @param quantity what its values must be
     * @param series whether a DICOM series may be one
     */
    private record Wanted(String word, Quantity quantity, Predicate<DicomSeries> series) {
    }

    private static final Wanted CT = new Wanted("CT", Quantity.HOUNSFIELD, series -> series.modality().equals("CT"));
    private static final Wanted SPECT = new Wanted("SPECT", Quantity.ACTIVITY_CONCENTRATION, Emission::isEmission);

    private final Components components;
    private final SpectRules rules;

    /** Reads with what plug-ins contribute; {@code rules} say how emission images become Bq/ml. */
    ImageInput(Components components, SpectRules rules) {
        this.components = Objects.requireNonNull(components);
        this.rules = Objects.requireNonNull(rules);
    }

    /**
     * The CT in HU.
     *
     * @param offsetHu what is added to each value of a file that does not say its unit
     */
    ReadImage ct(Path path, double offsetHu, IProgressMonitor monitor) throws GlomeraException {
        return checked(path, read(path, CT, offsetHu, monitor));
    }

    /** The SPECT in Bq/ml. */
    ReadImage spect(Path path, IProgressMonitor monitor) throws GlomeraException {
        return checked(path, read(path, SPECT, 0, monitor));
    }

    private static ReadImage checked(Path path, ReadImage image) throws GlomeraException {
        int bad = image.volume().nonFiniteCount();
        if (bad > 0) {
            throw new GlomeraException(Kind.INPUT, "The image " + path + " has " + bad
                    + (bad == 1 ? " voxel that is no finite number" : " voxels that are no finite numbers")
                    + ". Repair the image; a voxel outside the scanner's field of view is -1024 HU or 0 Bq/ml.");
        }
        return image;
    }

    private ReadImage read(Path path, Wanted wanted, double offset, IProgressMonitor monitor)
            throws GlomeraException {
        if (!Files.exists(path)) {
            throw new GlomeraException(Kind.INPUT, "The image " + path + " is not there. Check the path.");
        }
        if (Files.isRegularFile(path)) {
            for (ImageReader reader : components.imageReaders()) {
                if (reader.supports(path).supported()) {
                    return first(path, reader.read(path, monitor), wanted.quantity(), offset);
                }
            }
        }
        if (offset != 0) {
            throw new GlomeraException(Kind.CONFIGURATION, "The values of " + path + " cannot be moved by " + offset
                    + ": DICOM images say their unit themselves. Leave the offset out.");
        }
        return dicom(path, wanted, monitor);
    }

    private static ReadImage first(Path path, ImageContent content, Quantity quantity, double offset)
            throws GlomeraException {
        if (content.volumes().size() != 1) {
            throw new GlomeraException(Kind.INPUT, "The file " + path + " holds " + content.volumes().size()
                    + " images; one is needed. Split it.");
        }
        Volume volume = content.volumes().get(0);
        boolean unitSaid = volume.quantity() != Quantity.UNKNOWN;
        if (unitSaid && (volume.quantity() != quantity || offset != 0)) {
            throw new GlomeraException(Kind.INPUT, "The file " + path + " says that it holds " + volume.quantity()
                    + " in " + volume.quantity().unit() + "; values in " + quantity.unit() + " are needed"
                    + (offset == 0 ? "" : ", and an offset is for files that say no unit") + ".");
        }
        return new ReadImage(new LinearMapping(1, offset, quantity).apply(volume), content.remarks());
    }

    private ReadImage dicom(Path path, Wanted wanted, IProgressMonitor monitor) throws GlomeraException {
        DicomSeries series = series(path, wanted, monitor);
        ReadImage image = new DicomImages(components.dicomToolkit(), rules).read(series, monitor);
        if (wanted == SPECT) {
            Emission.requireActivity(series, image.volume().quantity());
        }
        return image;
    }

    private DicomSeries series(Path path, Wanted wanted, IProgressMonitor monitor) throws GlomeraException {
        boolean file = Files.isRegularFile(path);
        Path folder = file ? path.toAbsolutePath().getParent() : path;
        Discovery discovery = new DicomDiscovery(components.dicomToolkit()).discover(folder, monitor);
        Path named = path.toAbsolutePath().normalize();
        List<DicomSeries> found = discovery.series().stream().filter(wanted.series())
                .filter(series -> !file || series.files().stream()
                        .anyMatch(each -> each.toAbsolutePath().normalize().equals(named))).toList();
        if (found.size() != 1) {
            throw new GlomeraException(Kind.INPUT, (found.isEmpty() ? "No " : "More than one ") + wanted.word()
                    + " series was found in " + path + ". Give a folder with one " + wanted.word()
                    + " series, or a file of it.");
        }
        return found.get(0);
    }
}
