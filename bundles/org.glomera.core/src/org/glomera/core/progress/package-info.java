/** Time left of a long task; progress itself is reported to an Eclipse progress monitor. */
package org.glomera.core.progress;
