/** Scenes drawn with VTK: what is kept between two pictures, and the pictures. */
package org.glomera.render.vtk.scene;
