package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.study.RunInfo;

import com.fasterxml.jackson.databind.JsonNode;

/** The settings of all runs, a row each: the flattened configuration, versions, and what {@code run.json} adds. */
final class ConfigurationTable {

    private static final int MOST_SETTINGS = 2000;
    /** They name the run and so differ always. */
    private static final Set<String> NAMES = Set.of("name", "title");

    private final Comparison comparison;
    private final Map<String, Map<String, String>> byRun = new LinkedHashMap<>();
    private final Set<String> settings = new LinkedHashSet<>();

    ConfigurationTable(Comparison comparison) {
        this.comparison = comparison;
        for (ComparedRun run : comparison.runs()) {
            Map<String, String> own = run.info().map(ConfigurationTable::flat).orElse(Map.of());
            byRun.put(run.name(), own);
            settings.addAll(own.keySet());
        }
    }

    private static Map<String, String> flat(RunInfo info) {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("architecture", info.architecture());
        if (!info.preset().isEmpty()) {
            flat.put("preset", info.preset());
        }
        info.configuration().fields().forEachRemaining(field -> {
            if (!NAMES.contains(field.getKey())) {
                flatten(field.getKey(), field.getValue(), flat);
            }
        });
        flat.put("segmentations on the grid of", info.segmentationGrid().word());
        info.versions().forEach((name, version) -> flat.put("version of " + name, version));
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (flat.size() >= MOST_SETTINGS) {
            return;
        }
        if (node.isObject() && !node.isEmpty()) {
            node.fields().forEachRemaining(field -> flatten(path + "." + field.getKey(), field.getValue(), flat));
        } else if (node.isArray()
                && StreamSupport.stream(node.spliterator(), false).anyMatch(JsonNode::isContainerNode)) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), flat);
            }
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(each -> values.add(each.asText()));
            flat.put(path, String.join(", ", values));
        } else {
            flat.put(path, node.isContainerNode() ? "" : node.asText());
        }
    }

    /** The table, with all settings or only those that are not the same in every run whose settings are known. */
    TableBlock block(boolean onlyDifferences) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text("Setting"));
        comparison.runs().forEach(run -> columns.add(TableColumn.text(run.shortTitle()).in("", run.name())));
        List<TableRow> rows = new ArrayList<>();
        int alike = 0;
        for (String setting : settings) {
            if (!onlyDifferences || differs(setting)) {
                rows.add(row(setting));
            } else {
                alike++;
            }
        }
        return new TableBlock("configuration", onlyDifferences ? "What differs in the settings" : "Settings",
                caption(onlyDifferences, rows.size(), alike), columns, rows);
    }

    private String caption(boolean onlyDifferences, int shown, int alike) {
        if (settings.isEmpty()) {
            return "No run's settings are known.";
        }
        if (!onlyDifferences) {
            return "";
        }
        return shown == 0 ? "All " + alike + " settings are the same in every run."
                : alike + (alike == 1 ? " other setting is" : " other settings are") + " the same in every run.";
    }

    private boolean differs(String setting) {
        return comparison.runs().stream().filter(run -> run.info().isPresent())
                .map(run -> Optional.ofNullable(byRun.get(run.name()).get(setting))).distinct().count() > 1;
    }

    private TableRow row(String setting) {
        boolean differs = differs(setting);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(setting));
        for (ComparedRun run : comparison.runs()) {
            String value = byRun.get(run.name()).get(setting);
            if (value == null) {
                cells.add(Cell.text("not set").with(Tone.MISSING, 0).remarked(run.info().isPresent() ? ""
                        : "The run's run.json is missing."));
            } else {
                cells.add(differs ? Cell.text(value).with(Tone.DIFFERS, 1) : Cell.text(value));
            }
        }
        return TableRow.of(cells);
    }
}
