package org.glomera.comparison;

import java.lang.System.Logger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.evaluation.Statistic;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/** The statistics that a comparison can use, by their ids. Safe for use by several threads. */
public final class StatisticSuite {

    private static final Logger LOG = System.getLogger(StatisticSuite.class.getName());

    private static final class Point {
        static final ExtensionPoint<Statistic> STATISTICS = new ExtensionPoint<>(RegistryFactory.getRegistry(),
                Statistic.POINT, Statistic.class);
    }

    private final Map<String, Statistic> statistics;

    private StatisticSuite(Map<String, Statistic> statistics) {
        this.statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    }

    /**
     * What the running program's plug-ins contribute; one that does not work is logged and left out. Empty outside of
     * an OSGi framework.
     */
    public static StatisticSuite contributed() {
        IExtensionRegistry registry = RegistryFactory.getRegistry();
        Map<String, Statistic> working = new LinkedHashMap<>();
        if (registry != null) {
            for (Contribution<Statistic> contribution : Point.STATISTICS.contributions()) {
                try {
                    working.put(contribution.id(), contribution.instance());
                } catch (GlomeraException e) {
                    LOG.log(Logger.Level.WARNING, e.getMessage(), e);
                }
            }
        }
        return new StatisticSuite(working);
    }

    /** These statistics by their ids, in this order. */
    public static StatisticSuite of(Map<String, Statistic> statistics) {
        return new StatisticSuite(statistics);
    }

    /** All statistics by id, in the order they are shown. */
    public Map<String, Statistic> all() {
        return statistics;
    }

    /** The statistic of an id, when it is there. */
    public Optional<Statistic> find(String id) {
        return Optional.ofNullable(statistics.get(Objects.requireNonNull(id)));
    }
}
