/** What the editors of this bundle share: inputs that say which file is shown, charts, and that nothing is edited. */
package org.glomera.ui.editor;
