/**
 * What a training will take before it is started: which cases a study has for it, memory, time and disk, each with how
 * it was estimated.
 */
package org.glomera.pipeline.estimating;
