/**
 * What the explorer shows, read from the files of study folders: values without a window toolkit, safe to read on any
 * thread.
 */
package org.glomera.ui.model;
