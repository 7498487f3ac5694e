/**
 * The slice viewer: the images of a case in three linked planes, with SPECT fused over CT and the delineations of
 * people and networks. {@link org.glomera.pipeline.viewing.ViewedCaseReader} reads,
 * {@link org.glomera.ui.viewer.ViewerModel} knows what is shown, {@link org.glomera.ui.viewer.PlanePane} draws and
 * listens; all pixels come from {@code org.glomera.render.slice}.
 */
package org.glomera.ui.viewer;
