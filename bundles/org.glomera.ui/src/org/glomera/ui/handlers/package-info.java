/** What the commands of plugin.xml do. */
package org.glomera.ui.handlers;
