/** The page that stands in the editor area while nothing else does. */
package org.glomera.ui.welcome;
