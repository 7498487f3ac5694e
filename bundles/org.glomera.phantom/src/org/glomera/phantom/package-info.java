/**
 * Drawn patients whose truth is known: anatomy, CT and SPECT images of it, delineations, and whole cohorts as DICOM.
 * Everything follows from a seed. Axes are DICOM LPS in millimetres, as everywhere in the program.
 */
package org.glomera.phantom;
