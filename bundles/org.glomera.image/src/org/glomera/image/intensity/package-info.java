/** Bringing intensities into the range in which a network learns. */
package org.glomera.image.intensity;
