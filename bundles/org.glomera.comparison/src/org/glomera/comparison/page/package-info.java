/**
 * What editor, report and command line show of a comparison: pages of paragraphs, tables and figures. Every number is
 * computed and formatted here and nowhere else, so that all of them show the same to the last digit. Pages are values;
 * building one touches no file and may be done by any thread.
 */
package org.glomera.comparison.page;
