package org.glomera.pipeline.importing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.ListedCase;

/** One case of image files that options name, by the rules of {@code images.csv}. */
public final class ListedCaseTexts {

    private ListedCaseTexts() {
    }

    /** The case; see {@link ListedCase#ofTexts}. */
    public static ListedCase read(Map<String, String> given, UnaryOperator<String> option) throws GlomeraException {
        Map<String, String> texts = new HashMap<>(given);
        if (texts.getOrDefault(ImageList.CASE, "").isEmpty()) {
            texts.put(ImageList.CASE, texts.getOrDefault(ImageList.PATIENT, ""));
        }
        return new ListedCaseText(new ListedCaseText.Fields() {
            @Override
            public String text(String column) {
                return texts.getOrDefault(column, "");
            }

            @Override
            public Path file(String column) throws GlomeraException {
                try {
                    Path file = Path.of(text(column)).toAbsolutePath().normalize();
                    if (Files.isRegularFile(file)) {
                        return file;
                    }
                } catch (InvalidPathException e) {
                    throw fault(column, "'" + ImageList.shown(text(column)) + "' is no path");
                }
                throw new GlomeraException(Kind.INPUT, "The file '" + text(column) + "' of " + option.apply(column)
                        + " is not there. Check the path.");
            }

            @Override
            public GlomeraException fault(String column, String what) {
                return new GlomeraException(Kind.CONFIGURATION, option.apply(column) + ": " + what + ".");
            }
        }).read(Optional.empty());
    }
}
