package org.glomera.pipeline.evaluating;

import java.util.List;
import java.util.Objects;

import org.glomera.evaluation.StatisticResult;

/**
 * The content of {@code statistics.json}.
 *
 * @param format version of the file's form, {@link #FORMAT}
 * @param experiment the experiment
 * @param verdict what the numbers support, in a few sentences
 * @param level the level at which a test counts as significant
 * @param families which tests were corrected together, a sentence each
 * @param sections the tables, in the order of the report
 */
public record Statistics(int format, String experiment, String verdict, double level, List<String> families,
        List<Section> sections) {

    /** The form that this program writes. */
    public static final int FORMAT = 1;

    /** File name in the experiment's folder. */
    public static final String FILE = "statistics.json";

    /** What a section is about. */
    public enum Topic {
        /** Description of the percent differences of the activity concentration. */
        DIFFERENCE_SUMMARY,
        /** Description of the absolute percent differences. */
        ABSOLUTE_DIFFERENCE_SUMMARY,
        /** Description of the Dice coefficients. */
        DICE_SUMMARY,
        /** Tests of manual against automatic activity concentration. */
        MANUAL_AUTOMATIC_TEST,
        /** Tests between networks on absolute percent differences. */
        BETWEEN_NETWORKS_TEST
    }

    /**
     * One table.
     *
     * @param topic what it is about
     * @param side {@code right} or {@code left}
     * @param quantity what was measured
     * @param unit its unit; {@code 1} for a number without one
     * @param result method, assumptions and numbers
     */
    public record Section(Topic topic, String side, String quantity, String unit, StatisticResult result) {

        /** Refuses missing parts. */
        public Section {
            Objects.requireNonNull(topic);
            Objects.requireNonNull(side);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(unit);
            Objects.requireNonNull(result);
        }
    }

    /** Copies the lists. */
    public Statistics {
        Objects.requireNonNull(experiment);
        Objects.requireNonNull(verdict);
        families = List.copyOf(families);
        sections = List.copyOf(sections);
    }

    /** The sections about a topic: right, then left. */
    public List<Section> about(Topic topic) {
        return sections.stream().filter(section -> section.topic() == topic).toList();
    }
}
