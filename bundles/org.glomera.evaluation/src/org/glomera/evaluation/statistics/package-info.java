/** The statistics that come with Glomera, reached through the point {@code org.glomera.evaluation.statistics}. */
package org.glomera.evaluation.statistics;
