/** A study described as data: which phantoms, which networks, how they are trained. */
package org.glomera.pipeline.preset;
