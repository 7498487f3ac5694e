/** Studies that come with the program, to look at without data of one's own. */
package org.glomera.samples;
