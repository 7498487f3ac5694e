/**
 * Voxels as they lie in files, whatever the format: types, packings, bounds. Input is hostile until it is read; sizes
 * are held against the file before memory is asked for. Not exported.
 */
package org.glomera.image.raw;
