/** Images and delineations on a grid in patient space: values with their quantity and unit, masks and label maps. */
package org.glomera.core.volume;
