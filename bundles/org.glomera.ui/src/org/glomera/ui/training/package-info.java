/**
 * Training from the workbench: the wizard that starts it, the commands that stop and resume it, and the job behind them.
 */
package org.glomera.ui.training;
