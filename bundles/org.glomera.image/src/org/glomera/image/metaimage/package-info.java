/** MetaImage files, and their contribution to the point of readers. */
package org.glomera.image.metaimage;
