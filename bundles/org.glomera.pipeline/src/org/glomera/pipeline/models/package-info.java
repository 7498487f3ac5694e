/** Trained networks as files: looked at, checked against what their cards say, and handed on. */
package org.glomera.pipeline.models;
