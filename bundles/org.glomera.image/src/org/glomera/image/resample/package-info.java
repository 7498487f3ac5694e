/** Bringing volumes and label maps from one grid to another in patient space. */
package org.glomera.image.resample;
