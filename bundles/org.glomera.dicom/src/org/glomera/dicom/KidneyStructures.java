package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;

/**
 * Tells by name which structures of a delineation are the right and the left kidney.
 * <p>
 * A pattern is a regular expression of {@link Pattern}. It matches a name when it matches the whole of it, without
 * regard to case, either as it stands or with each run of blanks and of {@code _ - . , ; : / ( ) [ ] ^} made one blank
 * and none at its ends. So {@code kidney ?(r|right)} matches {@code Kidney_R}, {@code KIDNEY-RIGHT} and
 * {@code kidney (right)}. Names of more than {@value #LONGEST_NAME} characters match nothing.
 * <p>
 * Of a list, the first pattern that matches any structure wins; one that matches several is refused.
 *
 * @param right regular expressions for names of the right kidney
 * @param left regular expressions for names of the left kidney
 * @param sideless regular expressions for names that mean a kidney, or both, without saying a side; it is told by place
 */
public record KidneyStructures(List<String> right, List<String> left, List<String> sideless) {

    /** The most characters of a name that is looked at; the standard allows 64 (value representation LO). */
    static final int LONGEST_NAME = 128;

    private static final int LONGEST_EXPRESSION = 500;
    private static final int MOST_EXPRESSIONS = 200;
    /** The most that counted repetitions of an expression may come to together. */
    private static final long MOST_REPETITIONS = 10_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,12})(?:,(\\d{0,12}))?\\}");

    /**
     * The names that hospitals and programs commonly use: AAPM TG-263, TotalSegmentator, and English, German, Swedish,
     * Danish, Norwegian, Finnish, Dutch, French, Spanish, Italian, Portuguese, Latin, Polish, Czech, Slovak, Hungarian,
     * Turkish, Greek, Russian, Chinese, Japanese and Korean.
     */
    public static final KidneyStructures COMMON_NAMES = CommonKidneyNames.make();

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when {@link #problemWith(String)} has something against an expression, or there
     *         are too many
     */
    public KidneyStructures {
        right = List.copyOf(right);
        left = List.copyOf(left);
        sideless = List.copyOf(sideless);
        for (List<String> expressions : List.of(right, left, sideless)) {
            if (expressions.size() > MOST_EXPRESSIONS) {
                throw new IllegalArgumentException(expressions.size() + " name patterns are more than "
                        + MOST_EXPRESSIONS + ".");
            }
            for (String expression : expressions) {
                problemWith(expression).ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
            }
        }
    }

    /** Patterns of names with a side only. */
    public static KidneyStructures ofExpressions(List<String> right, List<String> left) {
        return new KidneyStructures(right, left, List.of());
    }

    /**
     * Makes patterns from what a user wrote, one expression a line; empty lines are passed over.
     *
     * @throws GlomeraException of the kind CONFIGURATION with the sentence of {@link #problemWith(String)}
     */
    public static KidneyStructures parse(String right, String left, String sideless) throws GlomeraException {
        return new KidneyStructures(lines(right, "right kidney"), lines(left, "left kidney"),
                lines(sideless, "kidney without a side"));
    }

    /** Expressions as {@link #parse} takes them. */
    public static String text(List<String> expressions) {
        return String.join("\n", expressions);
    }

    /** What is wrong with an expression, as a sentence; empty when it can be used. */
    public static Optional<String> problemWith(String expression) {
        if (expression.isBlank()) {
            return Optional.of("A name pattern is empty. Write a name or a regular expression.");
        }
        if (expression.length() > LONGEST_EXPRESSION) {
            return Optional.of("A name pattern has " + expression.length() + " characters; " + LONGEST_EXPRESSION
                    + " are allowed. Make several of it.");
        }
        if (repetitions(expression) > MOST_REPETITIONS) {
            return Optional.of("The name pattern '" + expression + "' repeats too often. Use smaller numbers in "
                    + "braces.");
        }
        try {
            compiled(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            return Optional.of("The name pattern '" + expression + "' is not a regular expression: "
                    + e.getDescription() + where + ". Correct it, or put \\Q before and \\E after a name that is meant "
                    + "as it stands.");
        }
    }

    /**
     * The structure of one kidney by its name alone; empty when no name matches.
     *
     * @throws GlomeraException when the same pattern matches several
     */
    public Optional<Structure> find(StructureSet set, Side side) throws GlomeraException {
        List<DrawnStructure> all = set.structures().stream()
                .map(structure -> DrawnStructure.byName(structure.number(), structure.name())).toList();
        Optional<DrawnStructure> found = new KidneyNames(this).find(set.file(), all, side);
        return found.map(one -> set.structures().get(all.indexOf(one)));
    }

    /**
     * Which kidney a name alone means; empty when it means none, or a kidney without a side.
     *
     * @throws GlomeraException of the kind CONFIGURATION when the name means both kidneys, or a pattern takes too long
     */
    public Optional<Side> sideOf(String name) throws GlomeraException {
        List<DrawnStructure> one = List.of(DrawnStructure.byName(1, name));
        KidneyNames matcher = new KidneyNames(this);
        boolean isRight = matcher.find(Path.of(""), one, Side.RIGHT).isPresent();
        boolean isLeft = matcher.find(Path.of(""), one, Side.LEFT).isPresent();
        if (isRight && isLeft) {
            throw new GlomeraException(Kind.CONFIGURATION, "The name '" + name + "' means the right and the left kidney. "
                    + "Change the patterns of one of them.");
        }
        return isRight ? Optional.of(Side.RIGHT) : isLeft ? Optional.of(Side.LEFT) : Optional.empty();
    }

    /**
     * Whether a name alone means a kidney, or both, without a side.
     *
     * @throws GlomeraException of the kind CONFIGURATION when a pattern takes too long
     */
    public boolean isSideless(String name) throws GlomeraException {
        return new KidneyNames(this).isSideless(name);
    }

    /**
     * Both kidneys by their names alone.
     *
     * @return the structure of each side
     * @throws GlomeraException when one is not there; the message names the file and the structures that are
     */
    public Map<Side, Structure> require(StructureSet set) throws GlomeraException {
        return Map.of(Side.RIGHT, require(set, Side.RIGHT), Side.LEFT, require(set, Side.LEFT));
    }

    private Structure require(StructureSet set, Side side) throws GlomeraException {
        Optional<Structure> found = find(set, side).filter(structure -> !structure.contours().isEmpty());
        if (found.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, set.file() + " has no delineation of the " + side.word()
                    + " kidney. Its structures are " + set.structureNames()
                    + ". Draw it, or add its name to the name patterns.");
        }
        return found.get();
    }

    /** The pattern of an expression that was found good. */
    static Pattern compiled(String expression) {
        return Pattern.compile(expression.strip(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static long repetitions(String expression) {
        long product = 1;
        Matcher counts = COUNT.matcher(expression);
        while (counts.find() && product <= MOST_REPETITIONS) {
            String upper = counts.group(2);
            long count = Long.parseLong(upper == null || upper.isEmpty() ? counts.group(1) : upper);
            product *= Math.max(1, Math.min(count, MOST_REPETITIONS + 1));
        }
        return product;
    }

    private static List<String> lines(String text, String meaning) throws GlomeraException {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            Optional<String> problem = problemWith(line);
            if (problem.isPresent()) {
                throw new GlomeraException(Kind.CONFIGURATION, "Names of the " + meaning + ": " + problem.get());
            }
            lines.add(line);
        }
        if (lines.size() > MOST_EXPRESSIONS) {
            throw new GlomeraException(Kind.CONFIGURATION, "Names of the " + meaning + ": " + lines.size()
                    + " patterns are more than " + MOST_EXPRESSIONS + ". Put several names into one: (one|other).");
        }
        return lines;
    }
}
