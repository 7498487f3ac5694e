package org.glomera.core.outside;

import java.util.List;

/**
 * Implemented by what a plug-in contributes, at any extension point, when it needs something of the machine that may not
 * be there: {@code ./glomera doctor} shows the answer to users.
 */
public interface OutsideNeeds {

    /**
     * What is needed and whether it is there, optional things included. Never fails; may take some seconds at its first
     * call, so it does not belong on a user interface's thread.
     */
    List<Need> needs();
}
