/** The application that opens the workbench, its window, and the look of the product. */
package org.glomera.rcp;
