package org.glomera.dicom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A frame of {@value #COLUMNS} x {@value #ROWS} pixels that another program compressed.
 *
 * @param name what was used
 * @param syntax its transfer syntax
 * @param bits bits of a word
 * @param crc CRC-32 of the little endian words that it decodes to
 * @param frame the compressed frame
 */
public record SampleFrame(String name, String syntax, int bits, long crc, byte[] frame) {

    /** Pixels of a row. */
    public static final int COLUMNS = 13;
    /** Pixels of a column. */
    public static final int ROWS = 11;

    /** All frames of {@code frames.txt}, which says how they were made. */
    public static List<SampleFrame> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SampleFrame.class.getResourceAsStream("frames.txt"), StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" "))
                    .map(part -> new SampleFrame(part[0], part[1], Integer.parseInt(part[2]),
                            Long.parseLong(part[3], 16), Base64.getDecoder().decode(part[4]))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The frame of a name. */
    public static SampleFrame of(String name) {
        return all().stream().filter(sample -> sample.name().equals(name)).findFirst().orElseThrow();
    }

    /** The name, as tests show it. */
    @Override
    public String toString() {
        return name;
    }
}
