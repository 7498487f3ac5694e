/** What a plug-in needs that is not part of the program: libraries, programs and displays of this machine. */
package org.glomera.core.outside;
