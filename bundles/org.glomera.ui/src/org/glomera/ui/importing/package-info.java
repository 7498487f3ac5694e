/**
 * Bringing images into a study: the wizard that shows what a folder holds before anything is done, dropping folders on the
 * workbench, and making a new study.
 */
package org.glomera.ui.importing;
