/** The report of an experiment as one HTML file. Not part of the API. */
package org.glomera.pipeline.reporting;
