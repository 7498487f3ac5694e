/** The editor of an experiment: its tables, and the way to its report. */
package org.glomera.ui.experiment;
