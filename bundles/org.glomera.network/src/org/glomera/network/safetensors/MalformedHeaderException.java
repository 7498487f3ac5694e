package org.glomera.network.safetensors;

import java.io.IOException;

/** A file is no safetensors file; the message is a clause that says why. */
final class MalformedHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedHeaderException(String clause) {
        super(clause);
    }

    MalformedHeaderException(String clause, Throwable cause) {
        super(clause, cause);
    }
}
