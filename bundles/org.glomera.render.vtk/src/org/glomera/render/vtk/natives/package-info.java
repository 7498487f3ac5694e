/**
 * VTK's native side: finding and loading its libraries, trying the display, the one thread that owns its objects, and
 * giving them back.
 */
package org.glomera.render.vtk.natives;
