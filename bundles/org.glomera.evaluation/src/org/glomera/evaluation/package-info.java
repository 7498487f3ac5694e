/**
 * Judging delineations: metrics over two delineations, statistics over cases, and the extension points for both.
 * Nothing here reads or writes files. All functions are pure and may be called by several threads.
 */
package org.glomera.evaluation;
