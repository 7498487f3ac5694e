/**
 * The steps of a study as services: phantom, import, prepare, train, evaluate, compare, report, segment, and the whole
 * study in one. Each takes a request record, works on a study folder, reports to a
 * {@link org.glomera.pipeline.StageListener} and a progress monitor, and can be run again: what is done already and
 * whose inputs have not changed is left as it is.
 */
package org.glomera.pipeline;
