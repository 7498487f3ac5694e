/**
 * Documents as PDF: well-formed HTML with figures as inline SVG and pictures as data URIs goes in, an A4 file comes out.
 * It works without a display and opens no connection; the libraries behind do not show. All functions are pure but for
 * the file they write, and may be called by several threads.
 */
package org.glomera.pdf;
