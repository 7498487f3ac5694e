package org.glomera.comparison;

import org.glomera.comparison.StatisticTable.Topic;
import org.glomera.core.Kidneys;

/**
 * What a statistic of a comparison is about.
 *
 * @param topic what is compared
 * @param statistic id of the statistic
 * @param measure id of the measure
 * @param kidneys which kidneys
 * @param baseline name of the run that the others are compared with; empty for every pair
 */
record ComputedKey(Topic topic, String statistic, String measure, Kidneys kidneys, String baseline) {
}
