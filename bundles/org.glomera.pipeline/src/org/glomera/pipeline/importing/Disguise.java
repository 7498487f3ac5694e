package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Puts pseudonyms where a text holds an identifier or a part of a name of a patient: hospitals name folders after
 * patients. Paths become relative to the folder that was looked through.
 */
final class Disguise {

    /** Shorter parts of names and identifiers are words and numbers of any text. */
    private static final int SHORTEST = 3;

    /** What stands in place of a name where there is none; as identifiers they tell nothing, and sentences need them. */
    private static final Set<String> NOBODY = Set.of("patient", "anonymous", "anonymized", "anonymised", "unknown",
            "none", "phantom", "test", "image", "study", "series", "dicom");

    private final ImportSource source;
    private final Map<Pattern, String> pseudonyms = new LinkedHashMap<>();

    private Disguise(ImportSource source) {
        this.source = source;
    }

    /** What hides these patients; phantoms, which are nobody, are called as they are. */
    static Disguise of(ImportSource source, List<Patient> patients, DicomToolkit toolkit) {
        Disguise disguise = new Disguise(source);
        for (Patient patient : patients) {
            patient.series().stream().findFirst().filter(series -> source.truthOf(series.patientId()).isEmpty())
                    .ifPresent(series -> disguise.hide(series, patient.pseudonym(), toolkit));
        }
        return disguise;
    }

    private void hide(DicomSeries series, String pseudonym, DicomToolkit toolkit) {
        add(series.patientId(), pseudonym);
        String name = header(series, toolkit).flatMap(header -> header.text(Tag.PATIENT_NAME)).orElse("");
        for (String part : name.split("[\\^=\\s,]+")) {
            add(part, pseudonym);
        }
    }

    private static Optional<DataSet> header(DicomSeries series, DicomToolkit toolkit) {
        try {
            return Optional.of(toolkit.read(series.files().get(0), ReadExtent.HEADER));
        } catch (GlomeraException e) {
            // a file that cannot be read any more names nobody; its reader reports it
            return Optional.empty();
        }
    }

    private void add(String text, String pseudonym) {
        if (text.strip().length() >= SHORTEST && !NOBODY.contains(text.strip().toLowerCase(Locale.ROOT))) {
            pseudonyms.putIfAbsent(Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(text.strip())
                    + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), pseudonym);
        }
    }

    /** A path, relative and without patients. */
    String path(Path path) {
        return source.folders().contains(path.toAbsolutePath().normalize()) ? "."
                : text(source.item(LeftOutNote.harmless(path, "")).what());
    }

    /** A text without patients and without the folder that was looked through. */
    String text(String text) {
        String hidden = text;
        for (Path folder : source.folders()) {
            hidden = hidden.replace(folder + folder.getFileSystem().getSeparator(), "");
        }
        for (Map.Entry<Pattern, String> entry : pseudonyms.entrySet()) {
            hidden = entry.getKey().matcher(hidden).replaceAll(Matcher.quoteReplacement(entry.getValue()));
        }
        return hidden;
    }
}
