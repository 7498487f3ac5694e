package org.glomera.dicom;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/**
 * The time that a file states its activity for, as {@link DecayReference} explains.
 *
 * @param event what happened at that time
 * @param time the time, where the event is {@link Event#TIME}
 */
record DecayState(Event event, Optional<LocalDateTime> time) {

    /** What happened at the time that activity is stated for. */
    enum Event {
        /** The acquisition itself: decay is not corrected, values are means over it. */
        NONE("Decay is not corrected in the file: its activity is the mean over the acquisition."),
        /** The start of the acquisition. */
        START("The file states activity for the start of the acquisition."),
        /** The administration. */
        ADMIN("The file states activity for the administration of the radiopharmaceutical."),
        /** A time that the file names. */
        TIME("The file states activity for a time that it names (0018,9701)."),
        /** Corrected, but the file does not say for which time. */
        CORRECTED("Decay is corrected in the file, which does not say for which time."),
        /** Nothing is said. */
        NOT_SAID("The file does not say whether decay is corrected, and for which time.");

        private final String sentence;

        Event(String sentence) {
            this.sentence = sentence;
        }

        /** What it means, for the user. */
        String sentence() {
            return sentence;
        }
    }

    /** Refuses missing values. */
    DecayState {
        Objects.requireNonNull(event);
        Objects.requireNonNull(time);
    }

    /** What a header says. */
    static DecayState of(Header header) throws GlomeraException {
        switch (header.text(Tag.DECAY_CORRECTION).toUpperCase(Locale.ROOT)) {
            case "START":
                return new DecayState(Event.START, Optional.empty());
            case "ADMIN":
                return new DecayState(Event.ADMIN, Optional.empty());
            case "NONE":
                return new DecayState(Event.NONE, Optional.empty());
            case "":
                return byCorrections(header);
            default:
                throw header.problem("its decay correction (0054,1102) is '" + header.text(Tag.DECAY_CORRECTION)
                        + "', not NONE, START or ADMIN");
        }
    }

    private static DecayState byCorrections(Header header) throws GlomeraException {
        Optional<LocalDateTime> named = DicomTimes.of(header, Tag.DECAY_CORRECTION_DATE_TIME, header);
        String corrected = header.text(Tag.DECAY_CORRECTED).toUpperCase(Locale.ROOT);
        boolean listed = header.dataSet().has(Tag.CORRECTED_IMAGE);
        boolean decay = header.dataSet().texts(Tag.CORRECTED_IMAGE).stream().anyMatch(one -> one.strip().equals("DECY"));
        if (corrected.equals("NO") || corrected.isEmpty() && listed && !decay) {
            return new DecayState(Event.NONE, Optional.empty());
        }
        if (named.isPresent()) {
            return new DecayState(Event.TIME, named);
        }
        return new DecayState(corrected.equals("YES") || decay ? Event.CORRECTED : Event.NOT_SAID, Optional.empty());
    }
}
