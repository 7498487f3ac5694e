/** NIfTI-1 files, and their contribution to the points of readers and writers. */
package org.glomera.image.nifti;
