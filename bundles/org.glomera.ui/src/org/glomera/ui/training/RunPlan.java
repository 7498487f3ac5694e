package org.glomera.ui.training;

/** How a network's training begins. */
enum RunPlan {
    /** There is no run of this name yet. */
    NEW,
    /** The run that is there goes on. */
    RESUME,
    /** The run that is there is thrown away. */
    ANEW
}
