/** Training: configuration, initial weights, the loop over epochs with its checkpoints, and who listens to it. */
package org.glomera.network.training;
