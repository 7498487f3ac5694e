/** Times and memory of this machine, measured and printed; nothing here is ever asserted. */
package org.glomera.cli.bench;
