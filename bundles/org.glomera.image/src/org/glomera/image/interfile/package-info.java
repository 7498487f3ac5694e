/** Interfile 3.3, the format of nuclear medicine's simulators, and its contribution to the point of readers. */
package org.glomera.image.interfile;
