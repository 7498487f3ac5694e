/** What the workbench shows: the explorer of studies, the properties of what is selected, the editor of an experiment. */
package org.glomera.ui;
