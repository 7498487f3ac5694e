package org.glomera.ui.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.ui.preferences.Settings;

/**
 * What an editor remembers of an experiment from one opening to the next.
 *
 * @param options what was chosen for the pages
 * @param runs names of the runs that are compared; empty for those of the experiment
 * @param page the page that was in front
 * @param filters words that the rows of a page must hold
 */
record Memory(ViewOptions options, List<String> runs, PageKind page, Map<PageKind, String> filters) {

    private static final int MOST = 100;
    private static final String SECTION = "comparison";

    /** Copies its collections. */
    Memory {
        Objects.requireNonNull(options);
        runs = List.copyOf(runs);
        Objects.requireNonNull(page);
        filters = Map.copyOf(filters);
    }

    /** What is shown of an experiment that was never opened: everything, with options for a first look. */
    static Memory none(ViewOptions first) {
        return new Memory(first, List.of(), PageKind.OVERVIEW, Map.of());
    }

    /** What the user set for experiments that were never opened. */
    static ViewOptions first(Settings settings) {
        return ViewOptions.defaults().withFlagPercent(settings.flagPercent())
                .withSmoothingEpochs(settings.smoothingEpochs());
    }

    /**
     * Reads what was remembered; what cannot be understood is as it is at first.
     *
     * @param store settings of the workbench
     * @param key names the experiment
     * @param first options of an experiment that was never opened
     */
    static Memory load(IDialogSettings store, String key, ViewOptions first) {
        IDialogSettings all = store.getSection(SECTION);
        IDialogSettings section = all == null ? null : all.getSection(key);
        if (section == null) {
            return none(first);
        }
        try {
            Map<PageKind, String> filters = new EnumMap<>(PageKind.class);
            for (PageKind kind : PageKind.values()) {
                String words = section.get("filter." + kind);
                if (words != null) {
                    filters.put(kind, words);
                }
            }
            ViewOptions options = ViewOptions.defaults().withMeasure(section.get("measure"))
                    .withCaseMeasures(List.of(section.getArray("caseMeasures")))
                    .withBaseline(section.get("baseline")).withOnlyDifferences(section.getBoolean("onlyDifferences"))
                    .withSmoothingEpochs(section.getInt("smoothingEpochs"))
                    .withFlagPercent(section.getDouble("flagPercent"));
            return new Memory(options, List.of(section.getArray("runs")), PageKind.valueOf(section.get("page")),
                    filters);
        } catch (NullPointerException | IllegalArgumentException e) {
            return none(first);
        }
    }

    /** Keeps it; the store forgets everything when it holds too many experiments. */
    void save(IDialogSettings store, String key) {
        IDialogSettings all = store.getSection(SECTION);
        if (all == null || all.getSections().length >= MOST && all.getSection(key) == null) {
            all = store.addNewSection(SECTION);
        }
        IDialogSettings section = all.addNewSection(key);
        section.put("measure", options.measure());
        section.put("caseMeasures", options.caseMeasures().toArray(String[]::new));
        section.put("baseline", options.baseline());
        section.put("onlyDifferences", options.onlyDifferences());
        section.put("smoothingEpochs", options.smoothingEpochs());
        section.put("flagPercent", options.flagPercent());
        section.put("runs", runs.toArray(String[]::new));
        section.put("page", page.name());
        filters.forEach((kind, words) -> section.put("filter." + kind, words));
    }

    /** The same with other options. */
    Memory withOptions(ViewOptions other) {
        return new Memory(other, runs, page, filters);
    }

    /** The same with other runs. */
    Memory withRuns(List<String> others) {
        return new Memory(options, others, page, filters);
    }

    /** The same with another page in front. */
    Memory withPage(PageKind other) {
        return new Memory(options, runs, other, filters);
    }

    /** The same with other words for a page. */
    Memory withFilter(PageKind kind, String words) {
        Map<PageKind, String> others = new EnumMap<>(PageKind.class);
        others.putAll(filters);
        others.put(kind, words);
        return new Memory(options, runs, page, others);
    }

    /** The words that the rows of a page must hold. */
    String filter(PageKind kind) {
        return filters.getOrDefault(kind, "");
    }
}
