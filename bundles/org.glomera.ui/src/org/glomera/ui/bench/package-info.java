/**
 * The benchmark of the window: {@code ./glomera bench workbench} starts the workbench with the system property {@code
 * glomera.bench}, and {@link org.glomera.ui.bench.WorkbenchBench} drives it. Without that property nothing here runs.
 */
package org.glomera.ui.bench;
