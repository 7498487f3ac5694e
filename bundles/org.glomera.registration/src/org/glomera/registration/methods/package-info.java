/** The methods that this bundle contributes. */
package org.glomera.registration.methods;
