/**
 * What a user can set for good: {@link org.glomera.ui.preferences.Settings} is what the rest of the workbench reads,
 * {@link org.glomera.ui.preferences.Setting} names each setting with its default, the pages show them.
 */
package org.glomera.ui.preferences;
