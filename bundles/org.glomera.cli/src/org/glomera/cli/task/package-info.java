/** One class a task: its options, its request to the pipeline, and what it prints of the answer. */
package org.glomera.cli.task;
