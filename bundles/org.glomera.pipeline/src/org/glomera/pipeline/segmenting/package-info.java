/** Segmenting the kidneys in images that belong to no study. Not part of the API. */
package org.glomera.pipeline.segmenting;
