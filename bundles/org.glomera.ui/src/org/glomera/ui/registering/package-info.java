/** Bringing the SPECT of several cases onto their CT, and looking at what came of it. */
package org.glomera.ui.registering;
