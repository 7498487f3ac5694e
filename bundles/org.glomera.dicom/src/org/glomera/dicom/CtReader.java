package org.glomera.dicom;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads a CT series as a volume in Hounsfield units: single-frame files (PS3.3 A.3), or one multi-frame file (PS3.3
 * A.38, also converted from single frames, A.71). Index x runs along an image's row, y along its column and z along
 * their vector product, whatever the files' order and names.
 * <p>
 * Voxels with the pixel padding value (PS3.3 C.7.5.1.1.2), which lie outside the reconstructed circle, become
 * {@link #PADDING_HU}. A tilted gantry is straightened, missing slices and varying spacing are interpolated up to gaps
 * of {@value SliceSpacing#LARGEST_GAP_MM} mm, each with a remark. Thread-safe.
 */
public final class CtReader {

    /** What stands for padding: air, at the lower end of the usual 12-bit scale. */
    public static final float PADDING_HU = -1024;

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public CtReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads the series.
     *
     * @throws GlomeraException when a file is damaged or not a slice of CT in Hounsfield units, files differ in size,
     *         spacing or orientation, slices at one position differ, or too much is missing between slices; the
     *         message names the file and the position
     */
    public ReadImage read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading CT series", 1);
        return isEnhanced(series) ? new FramesReader(toolkit, Quantity.HOUNSFIELD).read(series, progress.split(1))
                : new SliceReader(toolkit, new SingleFrameCt()).read(series, progress.split(1));
    }

    /**
     * What {@link #read} will give, by the headers of its files alone, with the same checks but for those of the pixel
     * data themselves; that a file is too short for its pixels is seen where they are not compressed.
     *
     * @throws GlomeraException when the series cannot be read, as {@link #read} would say it
     */
    public ImageOutline look(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Looking at CT series", 1);
        return isEnhanced(series) ? new FramesReader(toolkit, Quantity.HOUNSFIELD).look(series, progress.split(1))
                : new SliceReader(toolkit, new SingleFrameCt()).look(series, progress.split(1));
    }

    private static boolean isEnhanced(DicomSeries series) {
        return Uids.ENHANCED_CT.contains(series.sopClassUid());
    }

    /** Hounsfield units of a file that is a slice of CT. */
    private static final class SingleFrameCt implements SliceMeaning {

        private static final String LOCALIZER = "LOCALIZER";

        private final CtMeaning meaning = new CtMeaning();

        @Override
        public Quantity quantity() {
            return meaning.quantity();
        }

        @Override
        public float outside() {
            return meaning.outside();
        }

        @Override
        public Values values(Header header, PixelWords words) throws GlomeraException {
            String sopClass = ObjectClass.of(header.dataSet()).orElse("");
            if (!sopClass.equals(Uids.CT_IMAGE)) {
                throw header.problem("it is not a single-frame CT image but of the class " + sopClass);
            }
            List<String> type = header.dataSet().texts(Tag.IMAGE_TYPE);
            if (type.size() > 2 && type.get(2).equals(LOCALIZER)) {
                throw header.problem("it is a localizer, a projection by which a scan is planned, not a slice");
            }
            return meaning.values(header, words);
        }
    }
}
