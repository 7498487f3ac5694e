package org.glomera.pipeline.importing;

import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.ImageOutline;
import org.glomera.dicom.ReadImage;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.ImportRules;

/** What an import reads with, and by which rules. Safe for use by several threads. */
final class Readers {

    private final DicomToolkit toolkit;
    private final ImportRules rules;
    private final DicomImages dicom;
    private final DicomImages asStored;
    private final ImageFiles files;

    Readers(Components components, ImportRules rules) throws GlomeraException {
        this.toolkit = components.dicomToolkit();
        this.rules = Objects.requireNonNull(rules);
        this.dicom = new DicomImages(toolkit, rules.spect());
        this.asStored = new DicomImages(toolkit, SpectRules.asStored());
        this.files = new ImageFiles(components.imageReaders());
    }

    DicomToolkit toolkit() {
        return toolkit;
    }

    ImportRules rules() {
        return rules;
    }

    DicomImages dicom() {
        return dicom;
    }

    /** The readers of DICOM without any rule of the user. */
    DicomImages asStored() {
        return asStored;
    }

    ImageFiles files() {
        return files;
    }

    /** The voxels of an image of a case, in HU or Bq/ml. */
    ReadImage read(ImageSource source, IProgressMonitor monitor) throws GlomeraException {
        if (source instanceof ImageSource.Series series) {
            return dicom.read(series.series(), monitor);
        }
        return files.read((ImageSource.ListedFile) source, monitor);
    }

    /** What {@link #read} will give; of a file that is no DICOM it is read. */
    ImageOutline look(ImageSource source, IProgressMonitor monitor) throws GlomeraException {
        if (source instanceof ImageSource.Series series) {
            return dicom.look(series.series(), monitor);
        }
        ReadImage read = files.read((ImageSource.ListedFile) source, monitor);
        return new ImageOutline(read.volume().grid(), read.volume().quantity(), read.remarks());
    }
}
