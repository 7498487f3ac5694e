/**
 * What metrics are made of: delineations cut out of their grid, their surfaces, exact distances in millimetres, and
 * connected components. A metric of another plug-in may use all of it, and gets masks and surface distances from its
 * {@link org.glomera.evaluation.MetricInput}, which computes them once for all metrics.
 */
package org.glomera.evaluation.mask;
