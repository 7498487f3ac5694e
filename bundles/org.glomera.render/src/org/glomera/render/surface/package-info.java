/**
 * Surfaces of kidneys: from the voxels of a delineation to triangles in patient space (DICOM LPS, millimetres), how far
 * what is drawn lies from the voxels, how far one surface lies from another, and files of surfaces.
 * {@link org.glomera.render.surface.SurfaceMaker} does it; a rendering engine gives one, which needs no display.
 */
package org.glomera.render.surface;
