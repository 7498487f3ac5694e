package org.glomera.phantom.shapes;

/** Says why a label map gives no pair of kidneys; its message completes a sentence. */
public final class UnusableLabelMapException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableLabelMapException(String reason) {
        super(reason);
    }
}
