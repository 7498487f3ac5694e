package org.glomera.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/**
 * Dates and times of headers (PS3.5 table 6.2-1: DA, TM, DT), also in the form of ACR-NEMA, {@code 1993.11.24} and
 * {@code 09:53:00}. Times are those of the scanner's clock; a DT with an offset from UTC is brought to the offset that
 * the file names for all its other times, Timezone Offset From UTC (0008,0201), where it names one.
 */
final class DicomTimes {

    private static final Pattern DATE = Pattern.compile("(\\d{4})([.\\-/]?)(\\d{2})\\2(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,9}))?)?)?");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{8})(\\d{2}[\\d.]*)([+-]\\d{4})?");
    private static final Pattern DAY_ONLY = Pattern.compile("\\d{4}(\\d{2}(\\d{2})?)?([+-]\\d{4})?");
    private static final int LAST_SECOND = 59;
    private static final int NANO_DIGITS = 9;

    private DicomTimes() {
    }

    /** The date and time of two elements; empty when one of them is missing or has no value. */
    static Optional<LocalDateTime> of(Header header, Tag date, Tag time) throws GlomeraException {
        if (header.text(date).isEmpty() || header.text(time).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(date(header, date), time(header, time)));
    }

    /** The time of day of an element; empty when it is missing. */
    static Optional<LocalTime> timeOfDay(Header header, Tag time) throws GlomeraException {
        return header.text(time).isEmpty() ? Optional.empty() : Optional.of(time(header, time));
    }

    /** The date and time of one element that has both; empty when it is missing or names no time of day. */
    static Optional<LocalDateTime> of(Header item, Tag dateTime, Header file) throws GlomeraException {
        String text = item.text(dateTime);
        if (text.isEmpty() || DAY_ONLY.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher match = DATE_TIME.matcher(text);
        if (!match.matches()) {
            throw item.problem("its " + dateTime.notation() + " is not a date with a time of day");
        }
        LocalDateTime local = LocalDateTime.of(date(item, dateTime, match.group(1)),
                time(item, dateTime, match.group(2)));
        String own = file.text(Tag.TIMEZONE_OFFSET_FROM_UTC);
        if (match.group(3) == null || own.isEmpty()) {
            return Optional.of(local);
        }
        return Optional.of(local.atOffset(offset(item, dateTime, match.group(3)))
                .withOffsetSameInstant(offset(file, Tag.TIMEZONE_OFFSET_FROM_UTC, own)).toLocalDateTime());
    }

    private static LocalDate date(Header header, Tag tag) throws GlomeraException {
        return date(header, tag, header.text(tag));
    }

    private static LocalDate date(Header header, Tag tag, String text) throws GlomeraException {
        Matcher match = DATE.matcher(text);
        try {
            if (match.matches()) {
                return LocalDate.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(3)),
                        Integer.parseInt(match.group(4)));
            }
        } catch (DateTimeException e) {
            throw header.problem("its date " + tag.notation() + " is not in the calendar", e);
        }
        throw header.problem("its " + tag.notation() + " is not a date");
    }

    private static LocalTime time(Header header, Tag tag) throws GlomeraException {
        return time(header, tag, header.text(tag));
    }

    private static LocalTime time(Header header, Tag tag, String text) throws GlomeraException {
        Matcher match = TIME.matcher(text);
        try {
            if (match.matches()) {
                // A second of 60, a leap second, counts as the one before.
                return LocalTime.of(part(match.group(1)), part(match.group(2)),
                        Math.min(LAST_SECOND, part(match.group(3))), nanos(match.group(4)));
            }
        } catch (DateTimeException e) {
            throw header.problem("its time " + tag.notation() + " is not one of a day", e);
        }
        throw header.problem("its " + tag.notation() + " is not a time");
    }

    private static int part(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
    }

    private static ZoneOffset offset(Header header, Tag tag, String text) throws GlomeraException {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw header.problem("its offset from UTC in " + tag.notation() + " is none", e);
        }
    }
}
