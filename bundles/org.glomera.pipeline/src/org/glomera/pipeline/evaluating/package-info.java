/** Segmenting and measuring test cases, and statistics over them. Not part of the API. */
package org.glomera.pipeline.evaluating;
