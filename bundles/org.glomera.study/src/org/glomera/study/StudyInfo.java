package org.glomera.study;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The content of {@code study.json}.
 *
 * @param format version of the study folder's files; {@link #FORMAT} is the one that this program reads and writes
 * @param name what the study is called, free text of one line
 * @param createdWith program and version that made the folder
 * @param created when it was made
 * @param notes further facts about the study, by name, for instance the preset and the seed it was made from
 */
public record StudyInfo(int format, String name, String createdWith, Instant created, Map<String, String> notes) {

    /** The format of study folders that this program reads and writes. */
    public static final int FORMAT = 1;

    /** Refuses an empty name and any format but {@link #FORMAT}. */
    public StudyInfo {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format " + format + " is not known, only " + FORMAT + " is");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("the study has no name");
        }
        Objects.requireNonNull(createdWith, "createdWith is missing");
        Objects.requireNonNull(created, "created is missing");
        notes = Copies.ordered(notes);
    }
}
