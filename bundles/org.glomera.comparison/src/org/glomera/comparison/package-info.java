/**
 * A comparison of runs as values: what an experiment measured, how its runs learned, and what was wrong with the files.
 * Nothing is left out silently: what is missing or differs between the runs stands in
 * {@link org.glomera.comparison.Comparison#problems()}. All types are immutable and safe for use by several threads.
 */
package org.glomera.comparison;
