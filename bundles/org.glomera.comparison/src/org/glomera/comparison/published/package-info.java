/**
 * What a publication prints about an experiment, held against what follows from the experiment's own tables: reading
 * the printed figures, recomputing each, and saying whether both agree.
 *
 * <p>A printed number stands for all numbers that round to it, so it agrees with every recomputed value that is not
 * further away than half a unit of its last digit. Where the table of cases is itself rounded, as a printed table is,
 * each of its values stands for a range too, and what is computed from them lies in a range that is shown.
 */
package org.glomera.comparison.published;
