/**
 * The kidneys in 3D: surfaces of what people drew and networks found, the SPECT as a cloud and a slice plane.
 * {@link org.glomera.ui.scene.SceneLoader} reads a case and makes its surfaces,
 * {@link org.glomera.ui.scene.SceneModel} knows what is shown, {@link org.glomera.ui.scene.SceneItems} turns that into
 * a scene, {@link org.glomera.ui.scene.SceneDrawing} has it drawn by a render engine on the engine's thread, and
 * {@link org.glomera.ui.scene.SceneCanvas} paints the picture with the words laid over it. No class names a toolkit:
 * the engine is reached through {@code org.glomera.render.engines}.
 */
package org.glomera.ui.scene;
