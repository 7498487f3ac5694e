/** The whole study, stage by stage. Not part of the API. */
package org.glomera.pipeline.whole;
