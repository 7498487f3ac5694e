/** Writing files so that a crash leaves the old or the new one, and telling files apart by their content. */
package org.glomera.core.file;
