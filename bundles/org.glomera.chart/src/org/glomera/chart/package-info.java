/**
 * Figures: charts to SVG text, PNG bytes, or pictures whose places can be pointed at; pictures to PNG bytes. Records go
 * in, texts and bytes come out; the drawing library behind does not show. It works without a display. All functions are
 * pure and may be called by several threads.
 */
package org.glomera.chart;
