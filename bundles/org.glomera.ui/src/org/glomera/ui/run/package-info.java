/** The editor of a run: how far it has come and its learning curve. */
package org.glomera.ui.run;
