/** Whether an engine calculates rightly on this machine, and how fast: a fixed small network with known numbers. */
package org.glomera.network.selftest;
