/** Segmenting cases with networks that a user chooses, outside of any experiment. */
package org.glomera.ui.segmenting;
