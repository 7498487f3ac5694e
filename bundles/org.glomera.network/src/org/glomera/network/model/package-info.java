/** A trained network as files: weights as safetensors, and a model.json that says what they are and what they need. */
package org.glomera.network.model;
