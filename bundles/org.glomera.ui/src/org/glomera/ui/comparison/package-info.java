/**
 * The comparison editor: the pages of {@code org.glomera.comparison} on the screen, with tables, figures and a case
 * that is selected in all of them. Nothing is calculated or put into words here, so every number is that of the report
 * and of the command line.
 */
package org.glomera.ui.comparison;
