/**
 * Writing files so that a crash leaves the old or the new one, telling files apart by their content, and removing folders
 * that the program made.
 */
package org.glomera.core.file;
