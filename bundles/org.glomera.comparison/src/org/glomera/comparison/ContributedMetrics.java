package org.glomera.comparison;

import java.util.Optional;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.evaluation.Metric;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/** What plug-ins call their metrics; no metric is made for it. Knows none outside of an OSGi framework. */
final class ContributedMetrics {

    private static final class Point {
        static final ExtensionPoint<Metric> METRICS = new ExtensionPoint<>(RegistryFactory.getRegistry(), Metric.POINT,
                Metric.class);
    }

    private ContributedMetrics() {
    }

    /** The contribution of an id, when a plug-in that is installed makes it. */
    static Optional<Contribution<Metric>> find(String id) {
        return RegistryFactory.getRegistry() == null ? Optional.empty() : Point.METRICS.find(id);
    }
}
