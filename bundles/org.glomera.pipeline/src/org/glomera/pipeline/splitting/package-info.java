/** Dividing patients: folds of a cross-validation, and cases that a training is watched by. */
package org.glomera.pipeline.splitting;
