/**
 * Surfaces of delineations: VTK makes and smooths them on its one thread, everything else is arithmetic on arrays that
 * any thread does. A mask is cut out of its grid ({@code MaskBox}), contoured and smoothed ({@code Contour}), kept near
 * the voxels and at their volume ({@code Keeping}), thinned out ({@code Thinning}), and held against the voxels
 * ({@code FidelityCheck}).
 */
package org.glomera.render.vtk.surface;
