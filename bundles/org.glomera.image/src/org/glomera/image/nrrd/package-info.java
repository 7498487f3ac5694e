/** NRRD files, attached and detached, and their contribution to the point of readers. */
package org.glomera.image.nrrd;
