package org.glomera.dicom;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;

/** Matches the names of structures with the patterns of a {@link KidneyStructures}. For one thread. */
final class KidneyNames {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_\\-.,;:/()\\[\\]^]+");

    private final KidneyStructures names;

    KidneyNames(KidneyStructures names) {
        this.names = names;
    }

    /**
     * The structure of one kidney by its name; the first pattern that matches any wins.
     *
     * @throws GlomeraException when the pattern matches several, or takes too long
     */
    Optional<DrawnStructure> find(Path file, List<DrawnStructure> structures, Side side) throws GlomeraException {
        for (String expression : side == Side.RIGHT ? names.right() : names.left()) {
            Pattern pattern = KidneyStructures.compiled(expression);
            List<DrawnStructure> matching = new ArrayList<>();
            for (DrawnStructure structure : structures) {
                if (matches(pattern, structure.name())) {
                    matching.add(structure);
                }
            }
            if (matching.size() > 1) {
                throw KidneyChoice.several(file, matching, "a name that means", side);
            }
            if (!matching.isEmpty()) {
                return Optional.of(matching.get(0));
            }
        }
        return Optional.empty();
    }

    /** Whether a name means a kidney, or kidneys, without a side. */
    boolean isSideless(String name) throws GlomeraException {
        for (String expression : names.sideless()) {
            if (matches(KidneyStructures.compiled(expression), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Pattern pattern, String name) throws GlomeraException {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (composed.isEmpty() || composed.length() > KidneyStructures.LONGEST_NAME) {
            return false;
        }
        String plain = SEPARATORS.matcher(composed).replaceAll(" ").strip();
        try {
            return pattern.matcher(new CountedText(composed)).matches()
                    || pattern.matcher(new CountedText(plain)).matches();
        } catch (TooManySteps e) {
            throw new GlomeraException(Kind.CONFIGURATION, "The name pattern '" + pattern + "' takes too long to "
                    + "compare with a name. Write it without repetitions within repetitions.", e);
        }
    }

    /** A text that can be looked at only so often: a regular expression's time is bounded by it. */
    private static final class CountedText implements CharSequence {
        private static final int MOST_STEPS = 100_000;

        private final CharSequence text;
        private final int[] steps;

        CountedText(CharSequence text) {
            this(text, new int[1]);
        }

        private CountedText(CharSequence text, int[] steps) {
            this.text = text;
            this.steps = steps;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
