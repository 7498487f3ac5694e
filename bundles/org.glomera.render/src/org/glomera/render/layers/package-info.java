/**
 * What is drawn in space for a case: each layer makes items of a scene from the case and the settings of the view.
 * Layers come from plug-ins by the extension point {@code org.glomera.render.layers};
 * {@link org.glomera.render.layers.SceneLayers} asks them. Everything lies in patient space (DICOM LPS, millimetres).
 */
package org.glomera.render.layers;
