/** Shapes of kidneys that come from label maps instead of being drawn. */
package org.glomera.phantom.shapes;
