/**
 * Bringing SPECT onto CT by a rigid movement: the transform, what a method gets and gives, and the extension point
 * {@code org.glomera.registration.methods}. Positions are patient coordinates, DICOM LPS in millimetres. A transform
 * moves the grid of an image; no voxel is resampled, so no activity concentration changes.
 */
package org.glomera.registration;
