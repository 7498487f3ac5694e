/**
 * Slices through volumes and label maps as pictures, without a display: what to draw ({@link
 * org.glomera.render.slice.SliceScene}) and from where ({@link org.glomera.render.slice.PlaneView}) in, pixels out.
 * Everything is cut in patient space (DICOM LPS, millimetres), each image on its own grid; no image is resampled
 * beforehand.
 */
package org.glomera.render.slice;
