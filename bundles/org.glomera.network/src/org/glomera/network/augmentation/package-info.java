/**
 * Changing training images by chance, so that a network learns from more than was imaged: the point for plug-ins, the
 * settings, and how the changes of one image are drawn and made.
 */
package org.glomera.network.augmentation;
