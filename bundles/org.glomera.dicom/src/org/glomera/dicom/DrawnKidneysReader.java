package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/** Reads delineations of either kind, RTSTRUCT or SEG. Thread-safe. */
public final class DrawnKidneysReader {

    private static final Set<String> MODALITIES = Set.of("RTSTRUCT", "SEG");

    private final DicomToolkit toolkit;
    private final RtStructReader structures;
    private final SegReader segmentations;

    /** Makes a reader that parses files with {@code toolkit}. */
    public DrawnKidneysReader(DicomToolkit toolkit) {
        this.toolkit = toolkit;
        this.structures = new RtStructReader(toolkit);
        this.segmentations = new SegReader(toolkit);
    }

    /** Whether a series holds delineations. Each of its files is one. */
    public static boolean isDelineation(DicomSeries series) {
        return MODALITIES.contains(series.modality());
    }

    /**
     * Reads what a file says; a SEG's voxels are left in the file until they are asked for.
     *
     * @throws GlomeraException when it is damaged or no delineation that can be used, for instance a SEG of a
     *         microscope's tiles; the message names the file
     */
    public DrawnKidneys read(Path file) throws GlomeraException {
        DataSet dataSet = toolkit.read(file, ReadExtent.HEADER);
        String sopClass = dataSet.text(Tag.SOP_CLASS_UID).orElse("");
        return Uids.SEGMENTATION.equals(sopClass) || Uids.LABEL_MAP_SEGMENTATION.equals(sopClass)
                ? segmentations.read(file, dataSet)
                : structures.read(file, dataSet);
    }
}
