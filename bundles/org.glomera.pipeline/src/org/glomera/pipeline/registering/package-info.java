/**
 * Bringing the SPECT of cases onto their CT: finding the movement, keeping it, moving the images and moving them back.
 * Positions are patient coordinates, DICOM LPS in millimetres.
 */
package org.glomera.pipeline.registering;
