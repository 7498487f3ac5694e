package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.KidneysOnImage;
import org.glomera.dicom.ReadImage;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;
import org.glomera.image.components.KidneySides;
import org.glomera.image.components.SidedKidneys;
import org.glomera.image.intensity.LinearMapping;
import org.glomera.pipeline.ListedCase.ListedImage;
import org.glomera.pipeline.ListedCase.ListedKidneys;

/**
 * Reads image files that are no DICOM through the contributed readers, as the user said what they are. Safe for use by
 * several threads.
 */
final class ImageFiles {

    /** A CT shows air, at -1000 HU; without any value below this the numbers are hardly HU. */
    private static final double AIR_BELOW_HU = -500;
    /** Image and delineation are of one grid; single precision in a header moves corners by less. */
    private static final double SAME_GRID_MM = 0.1;
    private static final int SHOWN_LABELS = 30;

    private final List<ImageReader> readers;

    ImageFiles(List<ImageReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** Whether a contributed reader takes the file; cheap. */
    boolean isImage(Path file) {
        return readers.stream().anyMatch(reader -> reader.supports(file).supported());
    }

    /** What a file holds. */
    ImageContent content(Path file, IProgressMonitor monitor) throws GlomeraException {
        List<String> reasons = new ArrayList<>();
        for (ImageReader reader : readers) {
            Support support = reader.supports(file);
            if (support.supported()) {
                return reader.read(file, monitor);
            }
            reasons.add(support.reason());
        }
        throw new GlomeraException(Kind.INPUT, "No reader takes the image file " + file + ": "
                + String.join(" ", reasons));
    }

    /** An image with its values mapped as the user said. */
    ReadImage read(ImageSource.ListedFile source, IProgressMonitor monitor) throws GlomeraException {
        ListedImage image = source.image();
        ImageContent content = content(image.file(), monitor);
        Volume stored = volume(image.file(), content);
        requireUnit(image, stored.quantity(), source.quantity());
        Volume mapped = new LinearMapping(image.scale(), image.offset(), source.quantity()).apply(stored);
        int bad = mapped.nonFiniteCount();
        if (bad > 0) {
            throw new GlomeraException(Kind.INPUT, "The image " + image.file() + " has " + bad
                    + (bad == 1 ? " voxel that is no finite number" : " voxels that are no finite numbers")
                    + ". Repair the image; a voxel outside the scanner's field of view is -1024 HU or 0 Bq/ml.");
        }
        List<String> remarks = new ArrayList<>(content.remarks());
        remarks.addAll(remarks(image, mapped));
        return new ReadImage(mapped, remarks);
    }

    private static Volume volume(Path file, ImageContent content) throws GlomeraException {
        if (content.volumes().size() == 1) {
            return content.volumes().get(0);
        }
        if (content.volumes().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " holds labels, no image. Name it as a"
                    + " delineation.");
        }
        throw new GlomeraException(Kind.INPUT, "The file " + file + " holds " + content.volumes().size()
                + " images; one is needed. Split it.");
    }

    private static void requireUnit(ListedImage image, Quantity stored, Quantity wanted) throws GlomeraException {
        if (stored != Quantity.UNKNOWN && stored != wanted && !image.unitSaid()) {
            throw new GlomeraException(Kind.INPUT, "The file " + image.file() + " holds values in " + stored.unit()
                    + "; values in " + wanted.unit() + " are needed. Name it as another image, or give scale and offset.");
        }
        if (wanted == Quantity.ACTIVITY_CONCENTRATION && stored != wanted && !image.unitSaid()) {
            throw new GlomeraException(Kind.INPUT, "The file " + image.file() + " does not say the unit of its values."
                    + " Say it: " + ImageList.SPECT_UNIT + " is Bq/ml, kBq/ml or MBq/ml, or " + ImageList.SPECT_SCALE
                    + " is the factor to Bq/ml (--spect-unit, --spect-scale).");
        }
    }

    private static List<String> remarks(ListedImage image, Volume mapped) {
        List<String> remarks = new ArrayList<>();
        boolean ct = mapped.quantity() == Quantity.HOUNSFIELD;
        if (image.scale() != 1 || image.offset() != 0) {
            remarks.add("The " + (ct ? "CT" : "SPECT") + " is in " + mapped.quantity().unit()
                    + " by what the user said: stored value times " + number(image.scale())
                    + (image.offset() == 0 ? "." : " plus " + number(image.offset()) + "."));
        }
        float least = Float.POSITIVE_INFINITY;
        for (float value : mapped.values()) {
            least = Math.min(least, value);
        }
        if (ct && least > AIR_BELOW_HU) {
            remarks.add("No value of the CT is below " + number(least) + " HU, though air is at -1000 HU. Check scale and"
                    + " offset: an attenuation image often has HU plus 1000.");
        }
        if (!ct && least < 0) {
            remarks.add("The SPECT has values below 0 Bq/ml, down to " + number(least) + ".");
        }
        return remarks;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value)
                : String.valueOf((float) value);
    }

    /** The kidneys of a file with labels, which must lie on the image's grid. */
    KidneysOnImage kidneys(ListedKidneys drawn, Grid grid, IProgressMonitor monitor) throws GlomeraException {
        LabelledFile labels = LabelledFile.of(content(drawn.file(), monitor));
        if (!labels.grid().isSameAs(grid, SAME_GRID_MM)) {
            throw new GlomeraException(Kind.INPUT, "The delineation " + drawn.file() + " does not lie on the grid of its"
                    + " image: " + words(labels.grid()) + " against " + words(grid) + ". Bring it onto the image's grid.");
        }
        requireThere(drawn.file(), labels, drawn.right(), "the right kidney");
        requireThere(drawn.file(), labels, drawn.left(), "the left kidney");
        requireThere(drawn.file(), labels, drawn.both(), "a kidney");
        List<String> remarks = new ArrayList<>();
        LabelMap kidneys;
        if (drawn.both().isEmpty()) {
            kidneys = labels.kidneys(drawn.right(), drawn.left());
            swapped(kidneys).ifPresent(remarks::add);
        } else {
            SidedKidneys sided = KidneySides.split(labels.mask(drawn.both()), 0.5);
            kidneys = sided.kidneys();
            remarks.add("Right and left kidney were told apart by their place.");
            sided.caveats().forEach(caveat -> remarks.add(caveat.sentence()));
        }
        if (labels.labels().isEmpty()) {
            remarks.add("The file of the delineation has other values besides labels. Check that the values that were said"
                    + " to be kidneys mean them.");
        }
        return new KidneysOnImage(kidneys, new Drawing.Labels(drawn).said(), remarks);
    }

    private static void requireThere(Path file, LabelledFile labels, List<Integer> said, String organ)
            throws GlomeraException {
        for (int label : said) {
            if (labels.count(label) == 0) {
                throw new GlomeraException(Kind.INPUT, "The label " + label + ", said to be " + organ
                        + ", does not occur in " + file + there(labels) + ".");
            }
        }
    }

    private static String there(LabelledFile file) {
        Set<Integer> labels = file.labels().orElseGet(file::labelsAmongOthers).keySet();
        return labels.isEmpty() ? "" : "; its labels are " + labels.stream().limit(SHOWN_LABELS).map(String::valueOf)
                .collect(Collectors.joining(", ")) + (labels.size() > SHOWN_LABELS ? ", …" : "");
    }

    private static String words(Grid grid) {
        return "%d × %d × %d voxels of %s mm from %s mm".formatted(grid.nx(), grid.ny(), grid.nz(),
                vector(grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z()),
                vector(grid.patientMm(0, 0, 0).x(), grid.patientMm(0, 0, 0).y(), grid.patientMm(0, 0, 0).z()));
    }

    private static String vector(double x, double y, double z) {
        return number(x) + " × " + number(y) + " × " + number(z);
    }

    /** What to say when the kidney called right lies at the patient's left of the other. */
    static Optional<String> swapped(LabelMap kidneys) {
        double right = meanX(kidneys, Side.RIGHT);
        double left = meanX(kidneys, Side.LEFT);
        return right > left ? Optional.of("The kidney said to be the right one lies at the patient's left of the other."
                + " Check which label is which, and the image's orientation.") : Optional.empty();
    }

    private static double meanX(LabelMap kidneys, Side side) {
        Grid grid = kidneys.grid();
        double sum = 0;
        int count = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (kidneys.at(x, y, z) == side.label()) {
                        sum += grid.patientMm(x, y, z).x();
                        count++;
                    }
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
