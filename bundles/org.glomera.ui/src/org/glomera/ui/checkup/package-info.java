/** What is installed, and whether what it needs of this machine is there, in a window. */
package org.glomera.ui.checkup;
