/** Connected components of masks, and telling the right kidney from the left by them. */
package org.glomera.image.components;
