package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * A data set with the file it is from: what is missing or wrong in it becomes a sentence that names the file.
 *
 * @param file the file
 * @param dataSet its data set, or one of an item of it
 */
record Header(Path file, DataSet dataSet) {

    Header {
        Objects.requireNonNull(file);
        Objects.requireNonNull(dataSet);
    }

    /** The same file with another data set of it. */
    Header of(DataSet item) {
        return new Header(file, item);
    }

    /** The numbers of an element, none when it is missing. */
    double[] numbers(Tag tag) throws GlomeraException {
        return parsed(tag, dataSet::numbers);
    }

    OptionalDouble number(Tag tag) throws GlomeraException {
        return parsed(tag, dataSet::number);
    }

    OptionalInt integer(Tag tag) throws GlomeraException {
        return parsed(tag, dataSet::integer);
    }

    /** The text of an element, empty when it is missing. */
    String text(Tag tag) {
        return dataSet.text(tag).orElse("");
    }

    double requireNumber(Tag tag, String meaning) throws GlomeraException {
        return requireNumbers(tag, 1, meaning)[0];
    }

    int requireInteger(Tag tag, String meaning) throws GlomeraException {
        return integer(tag).orElseThrow(() -> missing(tag, meaning));
    }

    /** Exactly {@code count} finite numbers. */
    double[] requireNumbers(Tag tag, int count, String meaning) throws GlomeraException {
        double[] values = numbers(tag);
        if (values.length < count) {
            throw missing(tag, meaning);
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw problem("its " + meaning + " " + tag.notation() + " is not a finite number");
            }
        }
        return values;
    }

    Vector3 requireVector(Tag tag, String meaning) throws GlomeraException {
        double[] values = requireNumbers(tag, 3, meaning);
        return new Vector3(values[0], values[1], values[2]);
    }

    /** The failure that says what is wrong with the file. */
    GlomeraException problem(String what) {
        return new GlomeraException(Kind.INPUT, file + " cannot be used: " + what + ".");
    }

    /** The same, with what a library said about it. */
    GlomeraException problem(String what, Throwable cause) {
        return new GlomeraException(Kind.INPUT, file + " cannot be used: " + what + ".", cause);
    }

    private GlomeraException missing(Tag tag, String meaning) {
        return problem("its " + meaning + " " + tag.notation() + " is missing or incomplete; export it again from "
                + "the system that made it");
    }

    private <T> T parsed(Tag tag, Function<Tag, T> reader) throws GlomeraException {
        try {
            return reader.apply(tag);
        } catch (NumberFormatException e) {
            throw new GlomeraException(Kind.INPUT, file + " cannot be used: the value of " + tag.notation()
                    + " is not the number that the standard asks for.", e);
        }
    }
}
