/**
 * A comparison as files and as text for a terminal: HTML, PDF, CSV, SVG and PNG. Everything renders the same pages, so
 * every number is the same to the last digit shown. Works without a display. And delineations as DICOM.
 */
package org.glomera.pipeline.exporting;
