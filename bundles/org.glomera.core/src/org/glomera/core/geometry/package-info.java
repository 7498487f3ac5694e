/**
 * Where a voxel lies: patient coordinates are DICOM LPS in millimetres (x to the patient's left, y to the back, z to
 * the head), voxel indices are x, y, z with x fastest and index 0 at the centre of the first voxel.
 */
package org.glomera.core.geometry;
