/** Registration by the program elastix, where it is installed. */
package org.glomera.registration.elastix;
