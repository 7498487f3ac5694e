/** The few words every layer shares: the side of a kidney and the error a user can act on. */
package org.glomera.core;
