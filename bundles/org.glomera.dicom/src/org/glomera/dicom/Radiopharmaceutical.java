package org.glomera.dicom;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * The one item of the Radiopharmaceutical Information Sequence (0054,0016), which NM (PS3.3 C.8.4.10) and PET images
 * (PS3.3 C.8.9.2) share. Only the unit of the administered activity differs: MBq for NM, Bq for PET.
 *
 * @param file the file it is from
 * @param item the item; without elements when the file has none
 */
record Radiopharmaceutical(Header file, Header item) {

    /** Half-life of 177Lu in seconds: 6.647 days of 86400 s (Decay Data Evaluation Project: 6.647(4) d). */
    static final double LUTETIUM_177_HALF_LIFE_S = 6.647 * 86400;
    /** From this half-life on the day of the administration cannot be told from the time of day. */
    private static final double SHORT_LIVED_S = 12 * 3600.0;
    /** How far a file's half-life of 177Lu may be from ours, as a share: published ones agree within 0.2 %. */
    private static final double HALF_LIFE_TOLERANCE = 0.01;
    private static final double S_PER_DAY = 86400;
    /** SNOMED CT's code of 177Lu. */
    private static final String LUTETIUM_177_CODE = "46573008";
    /** How radionuclides and radiopharmaceuticals are called: 177Lu, Lu-177, ^177^Lutetium, 177 Lutetium. */
    private static final Pattern LUTETIUM_177 = Pattern.compile("177\\W*lu|\\blu(tetium)?\\W*177",
            Pattern.CASE_INSENSITIVE);

    /** The radiopharmaceutical of a file. */
    static Radiopharmaceutical of(Header file) {
        List<DataSet> items = file.dataSet().items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
        return new Radiopharmaceutical(file, file.of(items.isEmpty() ? new DataSet() : items.get(0)));
    }

    /** Whether the radionuclide is 177Lu: by its code, else by the words of radionuclide or radiopharmaceutical. */
    boolean isLutetium177() {
        for (DataSet code : item.dataSet().items(Tag.RADIONUCLIDE_CODE_SEQUENCE)) {
            if (LUTETIUM_177_CODE.equals(code.text(Tag.CODE_VALUE).orElse(""))
                    || LUTETIUM_177.matcher(code.text(Tag.CODE_MEANING).orElse("")).find()) {
                return true;
            }
        }
        return LUTETIUM_177.matcher(item.text(Tag.RADIOPHARMACEUTICAL)).find();
    }

    /**
     * The half-life in seconds: Radionuclide Half Life (0018,1075), else that of 177Lu where this is the radionuclide.
     *
     * @param remarks gets a sentence when the file's is missing or not that of 177Lu
     * @throws GlomeraException when it is missing or not positive, and the radionuclide is not 177Lu
     */
    double halfLifeS(Remarks remarks) throws GlomeraException {
        if (file.dataSet().items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).size() > 1) {
            throw file.problem("it has several radiopharmaceuticals, so its decay cannot be corrected. Take its "
                    + "activity as stored");
        }
        OptionalDouble stored = item.number(Tag.RADIONUCLIDE_HALF_LIFE);
        if (stored.isPresent() && stored.getAsDouble() > 0 && Double.isFinite(stored.getAsDouble())) {
            checkKnown(stored.getAsDouble(), remarks);
            return stored.getAsDouble();
        }
        if (!isLutetium177()) {
            throw file.problem("it does not say the half-life of its radionuclide (0018,1075), which is not 177Lu by "
                    + "its name either, so its decay cannot be corrected. Take its activity as stored");
        }
        remarks.add("The file does not say the half-life; 6.647 days, that of 177Lu, was taken.");
        return LUTETIUM_177_HALF_LIFE_S;
    }

    private void checkKnown(double halfLifeS, Remarks remarks) {
        if (isLutetium177() && Math.abs(halfLifeS / LUTETIUM_177_HALF_LIFE_S - 1) > HALF_LIFE_TOLERANCE) {
            remarks.add("The half-life in the file is " + Remarks.number(halfLifeS / S_PER_DAY) + " days, though 177Lu has "
                    + "6.647 days; that of the file was taken.");
        }
    }

    /** The administered activity in the unit of the file's kind; empty when it is missing or not positive. */
    OptionalDouble totalDose() throws GlomeraException {
        OptionalDouble dose = item.number(Tag.RADIONUCLIDE_TOTAL_DOSE);
        return dose.isPresent() && dose.getAsDouble() > 0 ? dose : OptionalDouble.empty();
    }

    /** When it was administered, with the day: Radiopharmaceutical Start DateTime (0018,1078); empty when missing. */
    Optional<LocalDateTime> dated() throws GlomeraException {
        return DicomTimes.of(item, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, file);
    }

    /**
     * When it was administered. Where the file gives the time of day alone, Radiopharmaceutical Start Time
     * (0018,1072), and the radionuclide lives for less than half a day, it is the last such time before the
     * acquisition, which may be on the day before.
     *
     * @param acquired the start of the acquisition
     * @param remarks gets a sentence when the day had to be concluded
     * @throws GlomeraException when it is missing, or the day is and a long-lived radionuclide makes it matter
     */
    LocalDateTime administered(LocalDateTime acquired, double halfLifeS, Remarks remarks) throws GlomeraException {
        Optional<LocalDateTime> dated = dated();
        if (dated.isPresent()) {
            return dated.get();
        }
        LocalTime time = DicomTimes.timeOfDay(item, Tag.RADIOPHARMACEUTICAL_START_TIME)
                .orElseThrow(() -> file.problem("it does not say when the radiopharmaceutical was administered "
                        + "(0018,1078), so its activity cannot be stated for the time you chose. Take it as stored"));
        if (halfLifeS > SHORT_LIVED_S) {
            throw file.problem("it says only the time of day of the administration (0018,1072), not the day "
                    + "(0018,1078), which matters for a radionuclide that lives for days. Take its activity as stored");
        }
        LocalDateTime sameDay = acquired.toLocalDate().atTime(time);
        LocalDateTime start = sameDay.isAfter(acquired) ? sameDay.minusDays(1) : sameDay;
        remarks.add("The file says only the time of day of the administration; "
                + (start == sameDay ? "the day of the acquisition was taken." : "the day before the acquisition was "
                        + "taken, since the acquisition began earlier in the day."));
        return start;
    }
}
