/**
 * Work of the pipeline in the workbench: jobs that the Progress view shows with the time left, that wait for each other
 * where they must, end with a sentence, and are asked about before the window closes.
 */
package org.glomera.ui.jobs;
