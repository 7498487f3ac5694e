package org.glomera.comparison;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.comparison.StatisticTable.Topic;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Holm;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;

/**
 * Computes a comparison's statistics. The p values of one statistic about one topic are a family: those of all kidneys
 * that are asked for together are corrected together by {@link Holm}.
 */
public final class Analysis {

    private static final Logger LOG = System.getLogger(Analysis.class.getName());

    /** Id of the statistic that the verdict rests on. */
    public static final String TEST = "wilcoxon";
    /** Id of the statistic that estimates a difference. */
    public static final String ESTIMATE = "hodges_lehmann";
    /** Id of the statistic that says how one-sided differences are. */
    public static final String EFFECT = "rank_biserial";
    /** Id of the statistic that describes a column. */
    public static final String DESCRIPTION = "summary";
    /** Id of the statistic whose bias and limits a Bland-Altman figure draws. */
    public static final String AGREEMENT = "bland_altman";

    /** The order in which tables are shown; statistics of other plug-ins follow by id. */
    private static final List<String> ORDER = List.of(TEST, ESTIMATE, EFFECT, "friedman", AGREEMENT,
            "bland_altman_percent", "concordance", "shapiro_wilk", DESCRIPTION);
    /** Left out, since every family is corrected anyway. */
    private static final Set<String> COVERED = Set.of("holm");
    /** Compares all networks at once, so there is nothing for it to do where each is compared with manual. */
    private static final Set<String> ONLY_BETWEEN = Set.of("friedman");
    /** How well two measurements of one quantity agree; the errors of two networks are none. */
    private static final Set<String> ONLY_AGAINST_MANUAL = Set.of(AGREEMENT, "bland_altman_percent",
            "concordance");
    private final Comparison comparison;
    private final IProgressMonitor monitor;
    private final PairedTables tables;
    private final Map<String, Statistic> statistics = new LinkedHashMap<>();

    /** Prepares to analyse with the comparison's statistics. */
    public Analysis(Comparison comparison) {
        this(comparison, new NullProgressMonitor());
    }

    /**
     * Prepares to analyse with the comparison's statistics.
     *
     * @param monitor asked before each table of each statistic whether to give up, with an
     *        {@link OperationCanceledException}; its progress is left alone
     */
    public Analysis(Comparison comparison, IProgressMonitor monitor) {
        this.comparison = comparison;
        this.monitor = monitor;
        this.tables = new PairedTables(comparison);
        Map<String, Statistic> all = comparison.statistics().all();
        Stream.concat(ORDER.stream().filter(all::containsKey), all.keySet().stream().sorted())
                .filter(id -> !COVERED.contains(id)).forEach(id -> statistics.putIfAbsent(id, all.get(id)));
    }

    /**
     * Describes each network by a measure as it stands in the table of cases.
     *
     * @param kidneys which kidneys, a table each
     */
    public List<StatisticTable> eachNetwork(Measure measure, List<Kidneys> kidneys) {
        List<StatisticTable> described = new ArrayList<>();
        comparison.statistics().find(DESCRIPTION).ifPresent(statistic -> kidneys.forEach(one -> {
            PairedTable table = tables.plain(measure, one);
            described.add(of(Topic.EACH_NETWORK, one, measure, table, DESCRIPTION,
                    computed(Topic.EACH_NETWORK, DESCRIPTION, statistic, measure, one, table)));
        }));
        return described;
    }

    /** Compares every network's activity concentration with the manual one; none when no row has one. */
    public List<StatisticTable> againstManual(List<Kidneys> kidneys) {
        List<StatisticTable> found = new ArrayList<>();
        comparison.measure(Measure.AUTOMATIC).ifPresent(automatic -> statistics.keySet().stream()
                .filter(id -> !ONLY_BETWEEN.contains(id)).forEach(id -> found.addAll(againstManual(id, automatic,
                        kidneys))));
        return found;
    }

    /** As {@link #againstManual(List)}, by one statistic alone; none when it is not installed. */
    public List<StatisticTable> againstManual(String statistic, List<Kidneys> kidneys) {
        return comparison.measure(Measure.AUTOMATIC).map(automatic -> againstManual(statistic, automatic, kidneys))
                .orElse(List.of());
    }

    private List<StatisticTable> againstManual(String id, Measure automatic, List<Kidneys> kidneys) {
        return family(Topic.AUTOMATIC_AGAINST_MANUAL, id, automatic, kidneys,
                kidneys.stream().map(one -> tables.activity(automatic, one)).toList());
    }

    /**
     * Compares the networks with each other by a measure; none for a single network.
     *
     * @param kidneys which kidneys, a table each
     * @param baseline name of the run to compare the others with; empty to compare every pair
     */
    public List<StatisticTable> betweenNetworks(Measure measure, List<Kidneys> kidneys, String baseline) {
        List<StatisticTable> found = new ArrayList<>();
        statistics.keySet().stream().filter(id -> !ONLY_AGAINST_MANUAL.contains(id))
                .filter(id -> measure.signed() || !id.equals(DESCRIPTION))
                .forEach(id -> found.addAll(betweenNetworks(id, measure, kidneys, baseline)));
        return found;
    }

    /** As {@link #betweenNetworks(Measure, List, String)}, by one statistic alone; none when it is not installed. */
    public List<StatisticTable> betweenNetworks(String statistic, Measure measure, List<Kidneys> kidneys,
            String baseline) {
        return comparison.runs().size() < 2 ? List.of() : family(Topic.BETWEEN_NETWORKS, statistic, measure, kidneys,
                kidneys.stream().map(one -> tables.between(measure, one, baseline)).toList());
    }

    private List<StatisticTable> family(Topic topic, String id, Measure measure, List<Kidneys> kidneys,
            List<PairedTable> family) {
        Statistic statistic = comparison.statistics().all().get(id);
        if (statistic == null) {
            return List.of();
        }
        List<StatisticResult> results = Holm.adjust(IntStream.range(0, family.size()).parallel()
                .mapToObj(i -> computed(topic, id, statistic, measure, kidneys.get(i), family.get(i))).toList());
        List<StatisticTable> found = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            found.add(of(topic, kidneys.get(i), measure, family.get(i), id, results.get(i)));
        }
        return found;
    }

    /** What a statistic finds before any correction; pages that show the same ask the comparison, which keeps it. */
    private StatisticResult computed(Topic topic, String id, Statistic statistic, Measure measure, Kidneys kidneys,
            PairedTable table) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return comparison.computed(new ComputedKey(topic, id, measure.id(), kidneys, table.baseline()),
                () -> compute(id, statistic, table));
    }

    /** A statistic of some plug-in that fails is told in its place; the others are shown. */
    private static StatisticResult compute(String id, Statistic statistic, PairedTable table) {
        try {
            return statistic.compute(table);
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "The statistic '" + id + "' failed for " + table.quantity() + ".", e);
            return new StatisticResult("Statistic '" + id + "'", List.of(), List.of(new Row("", "", Map.of(),
                    List.of("Not computed: the statistic failed; the log has the reason."))));
        }
    }

    private static StatisticTable of(Topic topic, Kidneys kidneys, Measure measure, PairedTable table, String id,
            StatisticResult result) {
        return new StatisticTable(topic, kidneys.word(), measure.id(), table.quantity(), table.unit(), id, result);
    }
}
