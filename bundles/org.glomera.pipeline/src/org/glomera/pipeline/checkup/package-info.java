/** What is installed, and whether what it needs of this machine is there. */
package org.glomera.pipeline.checkup;
