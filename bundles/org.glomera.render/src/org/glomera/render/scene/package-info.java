/**
 * Surfaces, clouds and planes in space as pictures: what to draw ({@link org.glomera.render.scene.SceneItem}) and from
 * where ({@link org.glomera.render.scene.SceneView}, {@link org.glomera.render.scene.Camera}) in, pixels out. The frame
 * is that of the patient everywhere: DICOM LPS, millimetres (x grows to the patient's left, y to the back, z to the
 * head). No toolkit is named here: an engine that draws is contributed to the extension point
 * {@code org.glomera.render.engines} and found by {@link org.glomera.render.scene.RenderEngines}.
 */
package org.glomera.render.scene;
