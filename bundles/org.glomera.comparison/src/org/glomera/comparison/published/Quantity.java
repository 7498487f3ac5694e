package org.glomera.comparison.published;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a printed figure is about, read from its words. */
sealed interface Quantity {

    /** A number that describes a sample. */
    enum Description {
        /** Arithmetic mean. */
        MEAN,
        /** Standard deviation of the sample. */
        SD,
        /** Median. */
        MEDIAN,
        /** Smallest value. */
        LOWEST,
        /** Largest value. */
        HIGHEST
    }

    /** A test of pairs. */
    enum Test {
        /** Wilcoxon's signed-rank test. */
        WILCOXON,
        /** Student's t-test of pairs. */
        T
    }

    /** A description of a measure over the cases: {@code SD of difference percent}, {@code mean dice}. */
    record Described(Description description, boolean absolute, String measure) implements Quantity {
    }

    /** The difference in one case: {@code difference percent of case 14}. */
    record OfCase(String caseId) implements Quantity {
    }

    /** The difference in a case that a figure shows and its caption does not name. */
    record OfShownCase() implements Quantity {
    }

    /** Manual against automatic activity concentration: {@code Wilcoxon p}, {@code paired t p}. */
    record AgainstManual(Test test) implements Quantity {
    }

    /** Two networks against each other, by a test that is not named: {@code p between networks}. */
    record BetweenNetworks() implements Quantity {
    }

    /** A Dice coefficient of a cohort: {@code training Dice}, {@code test Dice}. */
    record CohortDice(boolean training) implements Quantity {
    }

    /** Words that are not understood. */
    record Unknown(String words) implements Quantity {
    }

    /** The difference of activity concentration, as printed figures and {@code cases.csv} call it. */
    String DIFFERENCE = "difference percent";

    /** The forms of words that describe a sample; the last group is the measure. */
    Pattern DESCRIBED = Pattern.compile("(mean|average|sd|standard deviation|median|lowest|minimum|highest|maximum)"
            + "(?: of)?( absolute)? (.+)");

    /** Reads the words of a printed figure; upper and lower case and an underscore for a blank are the same. */
    static Quantity parse(String words) {
        String plain = words.strip().replaceAll("\\s+", " ");
        String lower = plain.toLowerCase(Locale.ROOT).replace('_', ' ');
        String ofCase = DIFFERENCE + " of case ";
        if (lower.equals(DIFFERENCE + " of the case shown")) {
            return new OfShownCase();
        }
        if (lower.startsWith(ofCase)) {
            return new OfCase(plain.substring(ofCase.length()));
        }
        return switch (lower) {
            case "wilcoxon p" -> new AgainstManual(Test.WILCOXON);
            case "paired t p", "paired t-test p" -> new AgainstManual(Test.T);
            case "p between networks" -> new BetweenNetworks();
            case "training dice" -> new CohortDice(true);
            case "test dice" -> new CohortDice(false);
            default -> described(lower, plain);
        };
    }

    private static Quantity described(String lower, String plain) {
        Matcher matcher = DESCRIBED.matcher(lower);
        if (!matcher.matches()) {
            return new Unknown(plain);
        }
        Description description = switch (matcher.group(1)) {
            case "mean", "average" -> Description.MEAN;
            case "sd", "standard deviation" -> Description.SD;
            case "median" -> Description.MEDIAN;
            case "lowest", "minimum" -> Description.LOWEST;
            default -> Description.HIGHEST;
        };
        return new Described(description, matcher.group(2) != null, matcher.group(3));
    }
}
