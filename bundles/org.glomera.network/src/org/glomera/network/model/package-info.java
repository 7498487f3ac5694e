/** A trained network as files: weights as safetensors, a model.json and a CARD.md that say what they are; handing it on. */
package org.glomera.network.model;
