/** Reading DICOM into the cases of a study. Not part of the API. */
package org.glomera.pipeline.importing;
