/** The metrics that come with Glomera, reached through the point {@code org.glomera.evaluation.metrics}. */
package org.glomera.evaluation.metrics;
