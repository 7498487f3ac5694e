/** What CT and SPECT see of an anatomy: painting on a grid, blur, noise, and delineations. */
package org.glomera.phantom.imaging;
