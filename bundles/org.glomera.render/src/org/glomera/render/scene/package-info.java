/**
 * What is drawn in space, from where, and the pictures that come of it; without a toolkit. Everything lies in patient
 * space (DICOM LPS, millimetres).
 */
package org.glomera.render.scene;
