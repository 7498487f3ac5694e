package org.glomera.dicom;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * The time that activity is stated for. Activity A that is stated for a time t1 becomes, for a time t2,
 * {@code A * 2^(-(t2 - t1) / T)} with the half-life T of the radionuclide, Radionuclide Half Life (0018,1075) of the
 * Radiopharmaceutical Information Sequence (0054,0016) (PS3.3 C.8.9.2 and C.8.4.10). What t1 is, the file says:
 * <ul>
 * <li>Decay Correction (0054,1102) START: the start of the acquisition, the earliest Acquisition Date and Time
 * (0008,0022), (0008,0032) of the series;</li>
 * <li>ADMIN: the administration, Radiopharmaceutical Start DateTime (0018,1078), else Radiopharmaceutical Start Time
 * (0018,1072) (PS3.3 C.8.9.1.1.5);</li>
 * <li>NONE, or a Corrected Image (0028,0051) without DECY: decay was not corrected. The voxels hold the mean over the
 * acquisition, which is the activity at {@code start + 1/k * ln(k D / (1 - e^(-k D)))}, k = ln 2 / T, for an
 * acquisition of the duration D (PS3.3 C.8.9.4.1.5);</li>
 * <li>Decay Corrected (0018,9758) with Decay Correction DateTime (0018,9701): that time (PS3.3 C.8.22.4).</li>
 * </ul>
 * A file that does not say enough for the time that was asked for is refused. Times are those of the scanner's clock.
 */
public sealed interface DecayReference {

    /** As the file states it. */
    DecayReference AS_STORED = new AsStored();
    /** The start of the acquisition. */
    DecayReference SCAN_START = new ScanStart();
    /** The administration of the radiopharmaceutical. */
    DecayReference ADMINISTRATION = new Administration();

    /** As the file states it; what that is becomes a remark. */
    record AsStored() implements DecayReference {
        @Override
        public String text() {
            return "as-stored";
        }
    }

    /** The start of the acquisition: the earliest Acquisition Date and Time of the series. */
    record ScanStart() implements DecayReference {
        @Override
        public String text() {
            return "scan-start";
        }
    }

    /** The administration of the radiopharmaceutical. */
    record Administration() implements DecayReference {
        @Override
        public String text() {
            return "administration";
        }
    }

    /**
     * A date and time of the scanner's clock.
     *
     * @param time the time
     */
    record At(LocalDateTime time) implements DecayReference {

        /** Refuses a missing time. */
        public At {
            Objects.requireNonNull(time);
        }

        @Override
        public String text() {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
    }

    /** The word that {@link #parse} understands: {@code as-stored}, {@code scan-start}, {@code administration} or a time. */
    String text();

    /**
     * The reference of a word, or of a date and time such as {@code 2024-02-29T13:05:00}.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is neither
     */
    static DecayReference parse(String text) {
        return switch (text.strip()) {
            case "as-stored" -> AS_STORED;
            case "scan-start" -> SCAN_START;
            case "administration" -> ADMINISTRATION;
            default -> at(text.strip());
        };
    }

    private static DecayReference at(String text) {
        try {
            return new At(LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Activity is stated as-stored, for scan-start, for administration or for"
                    + " a date and time such as 2024-02-29T13:05, not '" + text + "'.", e);
        }
    }
}
