/** The studies that are open in the workbench: reading them in the background and following their files. */
package org.glomera.ui.studies;
