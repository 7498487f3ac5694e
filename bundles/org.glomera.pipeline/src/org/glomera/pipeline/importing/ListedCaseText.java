package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ListedCase;
import org.glomera.pipeline.ListedCase.ListedImage;
import org.glomera.pipeline.ListedCase.ListedKidneys;
import org.glomera.study.Acquisition;
import org.glomera.study.Names;
import org.glomera.study.Role;

/** Makes a case of the texts that a line of a list, or options, give it; the rules of both. */
final class ListedCaseText {

    /** How many Bq/ml one of a unit is. */
    private static final Map<String, Double> UNITS = Map.of("bq/ml", 1.0, "kbq/ml", 1e3, "mbq/ml", 1e6);
    /** As large a label as a file of 32-bit whole numbers, read in single precision, keeps apart from its neighbours. */
    private static final int LARGEST_LABEL = 1 << 24;

    private final Fields fields;

    ListedCaseText(Fields fields) {
        this.fields = fields;
    }

    /** Where the texts stand. */
    interface Fields {
        /** The text of a column; empty when nothing was given. */
        String text(String column);

        /** The file that a column names. */
        Path file(String column) throws GlomeraException;

        /** The failure that says what is wrong with a column. */
        GlomeraException fault(String column, String what);
    }

    ListedCase read(Optional<Path> list) throws GlomeraException {
        String id = name(ImageList.CASE, fields.text(ImageList.CASE));
        String patient = given(ImageList.PATIENT) ? name(ImageList.PATIENT, fields.text(ImageList.PATIENT)) : id;
        Optional<ListedImage> ct = ct();
        Optional<ListedImage> spect = spect();
        if (ct.isEmpty() && spect.isEmpty()) {
            throw fields.fault(ImageList.CT, "the case has no image; name a file as ct, as spect, or as both");
        }
        return new ListedCase(id, patient, role(), acquisition(spect.isPresent()), ct, spect,
                kidneys(ImageList.KIDNEYS_CT, ImageList.CT, ct.isPresent()),
                kidneys(ImageList.KIDNEYS_SPECT, ImageList.SPECT, spect.isPresent()), list);
    }

    private boolean given(String column) {
        return !fields.text(column).isEmpty();
    }

    private String name(String column, String text) throws GlomeraException {
        if (!Names.isName(text)) {
            throw fields.fault(column, text.isEmpty() ? "it is empty; give the case a name" : "'"
                    + ImageList.shown(text) + "' is no name; use up to 64 letters, digits, '-', '_' and '.', and begin"
                    + " with a letter or digit");
        }
        return text;
    }

    private Optional<Role> role() throws GlomeraException {
        if (!given(ImageList.ROLE)) {
            return Optional.empty();
        }
        for (Role role : Role.values()) {
            if (role.word().equalsIgnoreCase(fields.text(ImageList.ROLE))) {
                return Optional.of(role);
            }
        }
        throw fields.fault(ImageList.ROLE, "'" + ImageList.shown(fields.text(ImageList.ROLE))
                + "' is no role; training, test and unassigned are");
    }

    private Acquisition acquisition(boolean hasSpect) throws GlomeraException {
        if (!given(ImageList.ACQUISITION)) {
            return hasSpect ? Acquisition.SPECT_CT : Acquisition.DIAGNOSTIC_CT;
        }
        for (Acquisition acquisition : Acquisition.values()) {
            if (acquisition.word().equalsIgnoreCase(fields.text(ImageList.ACQUISITION))) {
                return acquisition;
            }
        }
        throw fields.fault(ImageList.ACQUISITION, "'" + ImageList.shown(fields.text(ImageList.ACQUISITION))
                + "' is no acquisition; spect_ct and diagnostic_ct are");
    }

    private Optional<ListedImage> ct() throws GlomeraException {
        if (!given(ImageList.CT)) {
            requireNone(ImageList.CT, ImageList.CT_SCALE, ImageList.CT_OFFSET);
            return Optional.empty();
        }
        return Optional.of(new ListedImage(fields.file(ImageList.CT), scale(ImageList.CT_SCALE),
                number(ImageList.CT_OFFSET, 0), given(ImageList.CT_SCALE) || given(ImageList.CT_OFFSET)));
    }

    private Optional<ListedImage> spect() throws GlomeraException {
        if (!given(ImageList.SPECT)) {
            requireNone(ImageList.SPECT, ImageList.SPECT_SCALE, ImageList.SPECT_UNIT);
            return Optional.empty();
        }
        double unit = 1;
        if (given(ImageList.SPECT_UNIT)) {
            Double known = UNITS.get(fields.text(ImageList.SPECT_UNIT).toLowerCase(Locale.ROOT));
            if (known == null) {
                throw fields.fault(ImageList.SPECT_UNIT, "'" + ImageList.shown(fields.text(ImageList.SPECT_UNIT))
                        + "' is not known; Bq/ml, kBq/ml and MBq/ml are. For counts give the factor to Bq/ml as "
                        + ImageList.SPECT_SCALE);
            }
            unit = known;
        }
        double scale = scale(ImageList.SPECT_SCALE);
        if (scale < 0) {
            throw fields.fault(ImageList.SPECT_SCALE, "a factor to Bq/ml is positive");
        }
        return Optional.of(new ListedImage(fields.file(ImageList.SPECT), scale * unit, 0,
                given(ImageList.SPECT_SCALE) || given(ImageList.SPECT_UNIT)));
    }

    private void requireNone(String image, String... columns) throws GlomeraException {
        for (String column : columns) {
            if (given(column)) {
                throw fields.fault(column, "it says how a file is read, but " + image + " names no file");
            }
        }
    }

    private double scale(String column) throws GlomeraException {
        double scale = number(column, 1);
        if (scale == 0) {
            throw fields.fault(column, "times 0 every voxel is the same");
        }
        return scale;
    }

    private double number(String column, double unlessGiven) throws GlomeraException {
        if (!given(column)) {
            return unlessGiven;
        }
        try {
            double number = Double.parseDouble(fields.text(column));
            if (Double.isFinite(number) && Math.abs(number) <= Float.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(column);
        }
        throw notANumber(column);
    }

    private GlomeraException notANumber(String column) {
        return fields.fault(column, "'" + ImageList.shown(fields.text(column)) + "' is no number with a decimal point");
    }

    private Optional<ListedKidneys> kidneys(String column, String image, boolean hasImage) throws GlomeraException {
        if (!given(column)) {
            return Optional.empty();
        }
        if (!hasImage) {
            throw fields.fault(column, "it is a delineation on an image that is not named; name it as " + image);
        }
        List<Integer> right = labels(ImageList.RIGHT);
        List<Integer> left = labels(ImageList.LEFT);
        List<Integer> both = labels(ImageList.KIDNEYS);
        if (right.isEmpty() && left.isEmpty() && both.isEmpty()) {
            throw fields.fault(ImageList.RIGHT, "say which label of the file is the right kidney, and which the left");
        }
        if (!both.isEmpty() && !(right.isEmpty() && left.isEmpty())) {
            throw fields.fault(ImageList.KIDNEYS, "labels without a side are given instead of those of right and left");
        }
        if (right.stream().anyMatch(left::contains)) {
            throw fields.fault(ImageList.LEFT, "a label stands for both kidneys");
        }
        return Optional.of(new ListedKidneys(fields.file(column), right, left, both));
    }

    private List<Integer> labels(String column) throws GlomeraException {
        List<Integer> labels = new ArrayList<>();
        for (String part : fields.text(column).split("[+;\\s]+")) {
            if (!part.isEmpty()) {
                if (!part.matches("[0-9]{1,8}") || Integer.parseInt(part) == 0
                        || Integer.parseInt(part) > LARGEST_LABEL) {
                    throw fields.fault(column, "'" + ImageList.shown(part) + "' is no label; labels are whole numbers"
                            + " from 1, several joined by +");
                }
                labels.add(Integer.parseInt(part));
            }
        }
        return labels.stream().distinct().toList();
    }
}
