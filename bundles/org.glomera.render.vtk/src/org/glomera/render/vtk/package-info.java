/**
 * Drawing with VTK, contributed to {@code org.glomera.render.engines}. VTK is a native library: what it cannot do it
 * answers by ending the process, and its objects belong to the thread that made them. So everything here goes through
 * two gates: a child process tries the display before this one touches it, and one thread owns every object.
 */
package org.glomera.render.vtk;
