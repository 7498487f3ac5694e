/**
 * Images in files and on grids: the extension points for readers and writers, and the types they speak. Coordinates are
 * DICOM LPS in millimetres, whatever a file's own convention is.
 */
package org.glomera.image;
