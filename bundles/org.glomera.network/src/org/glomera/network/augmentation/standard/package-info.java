/** The augmentations that come with the program. They are reached through their extension point. */
package org.glomera.network.augmentation.standard;
