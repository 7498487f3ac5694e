package org.glomera.core.progress;

import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.NullProgressMonitor;

/** A monitor that knows only whether the work was cancelled; safe for use by several threads. */
public final class CancelOnlyMonitor extends NullProgressMonitor {

    private final BooleanSupplier canceled;

    /** Makes a monitor that asks {@code canceled}. */
    public CancelOnlyMonitor(BooleanSupplier canceled) {
        this.canceled = Objects.requireNonNull(canceled);
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || canceled.getAsBoolean();
    }
}
