package org.glomera.pipeline.segmenting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.Emission;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.ReadImage;
import org.glomera.dicom.SpectRules;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;
import org.glomera.pipeline.Components;

/** Reads one image that a user names: a file of a kind that a contributed reader takes, or DICOM. */
final class ImageInput {

    private final Components components;

    ImageInput(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** The CT in HU. */
    Volume ct(Path path, IProgressMonitor monitor) throws GlomeraException {
        return checked(path, read(path, "CT", Quantity.HOUNSFIELD, monitor));
    }

    /** The SPECT in Bq/ml. */
    Volume spect(Path path, IProgressMonitor monitor) throws GlomeraException {
        return checked(path, read(path, "NM", Quantity.ACTIVITY_CONCENTRATION, monitor));
    }

    private static Volume checked(Path path, Volume volume) throws GlomeraException {
        int bad = volume.nonFiniteCount();
        if (bad > 0) {
            throw new GlomeraException(Kind.INPUT, "The image " + path + " has " + bad
                    + (bad == 1 ? " voxel that is no finite number" : " voxels that are no finite numbers")
                    + ". Repair the image; a voxel outside the scanner's field of view is -1024 HU or 0 Bq/ml.");
        }
        return volume;
    }

    private Volume read(Path path, String modality, Quantity quantity, IProgressMonitor monitor)
            throws GlomeraException {
        if (!Files.exists(path)) {
            throw new GlomeraException(Kind.INPUT, "The image " + path + " is not there. Check the path.");
        }
        if (Files.isRegularFile(path)) {
            for (ImageReader reader : components.imageReaders()) {
                Support support = reader.supports(path);
                if (support.supported()) {
                    return first(path, reader.read(path, monitor), quantity);
                }
            }
        }
        return dicom(path, modality, monitor);
    }

    private static Volume first(Path path, ImageContent content, Quantity quantity) throws GlomeraException {
        if (content.volumes().size() != 1) {
            throw new GlomeraException(Kind.INPUT, "The file " + path + " holds " + content.volumes().size()
                    + " images; one is needed. Split it.");
        }
        Volume volume = content.volumes().get(0);
        if (volume.quantity() != Quantity.UNKNOWN && volume.quantity() != quantity) {
            throw new GlomeraException(Kind.INPUT, "The file " + path + " holds " + volume.quantity()
                    + " in " + volume.quantity().unit() + "; values in " + quantity.unit() + " are needed.");
        }
        return new Volume(volume.grid(), quantity, volume.values());
    }

    private Volume dicom(Path path, String modality, IProgressMonitor monitor) throws GlomeraException {
        boolean file = Files.isRegularFile(path);
        Path folder = file ? path.toAbsolutePath().getParent() : path;
        Discovery discovery = new DicomDiscovery(components.dicomToolkit()).discover(folder, monitor);
        Path wanted = path.toAbsolutePath().normalize();
        List<DicomSeries> found = new ArrayList<>();
        for (DicomSeries series : discovery.ofModality(modality)) {
            boolean named = !file || series.files().stream()
                    .anyMatch(each -> each.toAbsolutePath().normalize().equals(wanted));
            if (named) {
                found.add(series);
            }
        }
        if (found.size() != 1) {
            throw new GlomeraException(Kind.INPUT, (found.isEmpty() ? "No " : "More than one ") + modality
                    + " series was found in " + path + ". Give a folder with one " + modality
                    + " series, or a NIfTI file.");
        }
        ReadImage image = modality.equals("CT") ? new CtReader(components.dicomToolkit()).read(found.get(0), monitor)
                : new NmReader(components.dicomToolkit()).read(found.get(0), SpectRules.asStored(), monitor);
        if (!modality.equals("CT")) {
            Emission.requireActivity(found.get(0), image.volume().quantity());
        }
        return image.volume();
    }
}
