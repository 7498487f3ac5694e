/** The explorer: the open studies as a tree that follows their files. */
package org.glomera.ui.explorer;
