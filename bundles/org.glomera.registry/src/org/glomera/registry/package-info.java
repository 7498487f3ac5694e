/** One generic way to read an extension point: descriptors first, instances when they are asked for. */
package org.glomera.registry;
