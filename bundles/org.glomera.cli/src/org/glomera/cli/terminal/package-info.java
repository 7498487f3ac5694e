/** What the command line shows: lines of result, lines of message, one line of progress. */
package org.glomera.cli.terminal;
