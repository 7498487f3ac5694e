/** The headless application: every task of the pipeline as a subcommand, with exit codes that a script can trust. */
package org.glomera.cli;
