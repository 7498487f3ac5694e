package org.glomera.network.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.study.Excluded;
import org.glomera.study.RunCases;
import org.glomera.study.RunInfo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Numbers in place of the names of cases in what is known of a training. The numbers follow the SHA-256 of the cases'
 * files, so they tell nothing of the names or of their order, and the same training gets the same numbers each time.
 * The digests stay: whoever has a file finds out whether the network was trained on it, and nobody else learns anything.
 */
final class CaseNumbers {

    /** A file of a case in a study: {@code cases/ID/ct.nii.gz}. */
    private static final Pattern OF_CASE = Pattern.compile("cases/([^/]+)/([^/]+)");
    private static final Pattern FOLDER_OF_MACHINE = Pattern.compile("(?:[A-Za-z]:)?[/\\\\].*[/\\\\]([^/\\\\]+)[/\\\\]?");
    private static final String NUMBER = "case%04d";
    /** A shorter name, such as 1, would be found in every sentence. */
    private static final int SHORTEST_IN_WORDS = 3;

    private final Map<String, String> numbers = new LinkedHashMap<>();

    private CaseNumbers(Map<String, String> firstDigests) {
        List<String> ids = new ArrayList<>(firstDigests.keySet());
        ids.sort((one, other) -> {
            int order = firstDigests.get(one).compareTo(firstDigests.get(other));
            return order != 0 ? order : one.compareTo(other);
        });
        for (String id : ids) {
            numbers.put(id, String.format(Locale.ROOT, NUMBER, numbers.size() + 1));
        }
    }

    /** The cases that are named in cards and runs of one training. */
    static CaseNumbers of(ModelCard card, Collection<RunInfo> runs) {
        Map<String, String> first = new HashMap<>();
        note(first, card.trainingData());
        for (RunInfo run : runs) {
            note(first, run.inputHashes());
            run.excluded().forEach(one -> first.putIfAbsent(one.caseId(), ""));
            for (List<String> ids : List.of(run.cases().training(), run.cases().validation(), run.cases().heldOut())) {
                ids.forEach(id -> first.putIfAbsent(id, ""));
            }
        }
        return new CaseNumbers(first);
    }

    private static void note(Map<String, String> first, Map<String, String> digests) {
        digests.forEach((path, digest) -> {
            Matcher file = OF_CASE.matcher(path);
            if (file.matches()) {
                first.merge(file.group(1), digest, (one, other) -> one.isEmpty() || other.compareTo(one) < 0 ? other
                        : one);
            }
        });
    }

    ModelCard in(ModelCard card) {
        return card.withTrainingData(paths(card.trainingData())).withRemarks(card.remarks().stream().map(this::words)
                .toList());
    }

    RunInfo in(RunInfo run) {
        List<Excluded> excluded = run.excluded().stream().map(one -> new Excluded(number(one.caseId()),
                words(one.reason()))).toList();
        RunCases cases = new RunCases(numbers(run.cases().training()), numbers(run.cases().validation()),
                numbers(run.cases().heldOut()));
        return run.withData(run.trainingImages(), run.testImages(), excluded, paths(run.inputHashes()))
                .withCases(cases).withOrigin(run.origin().called(place(run.origin().source())))
                .withConfiguration(run.preset(), withoutPlaces(run.configuration()))
                .withEpochs(run.epochsDone(), run.reportedEpoch(), words(run.reportedEpochReason()), run.updated())
                .withState(run.state(), words(run.remark()), run.updated());
    }

    private List<String> numbers(List<String> ids) {
        return ids.stream().map(this::number).sorted().toList();
    }

    private String number(String id) {
        return numbers.get(id);
    }

    /** Digests under numbered paths; what is no file of a case is numbered in the order of its digests. */
    private Map<String, String> paths(Map<String, String> digests) {
        Map<String, String> numbered = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        digests.forEach((path, digest) -> {
            Matcher file = OF_CASE.matcher(path);
            if (file.matches()) {
                numbered.put("cases/" + number(file.group(1)) + "/" + file.group(2), digest);
            } else {
                others.add(digest);
            }
        });
        others.forEach(digest -> numbered.put(String.format(Locale.ROOT, "input%04d", numbered.size() + 1), digest));
        return numbered;
    }

    /** A sentence with numbers in place of names. */
    String words(String sentence) {
        String changed = sentence;
        for (Map.Entry<String, String> one : numbers.entrySet()) {
            if (one.getKey().length() >= SHORTEST_IN_WORDS && changed.contains(one.getKey())) {
                changed = changed.replaceAll("(?<![A-Za-z0-9_-])" + Pattern.quote(one.getKey()) + "(?![A-Za-z0-9_-])",
                        one.getValue());
            }
        }
        return changed;
    }

    /** The last part of a path of this machine; anything else as it is. */
    private static String place(String text) {
        Matcher path = FOLDER_OF_MACHINE.matcher(text);
        return path.matches() ? path.group(1) : text;
    }

    private static JsonNode withoutPlaces(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(place(node.textValue()));
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode fields) {
            fields.properties().forEach(field -> field.setValue(withoutPlaces(field.getValue())));
        } else if (copy instanceof ArrayNode elements) {
            for (int i = 0; i < elements.size(); i++) {
                elements.set(i, withoutPlaces(elements.get(i)));
            }
        }
        return copy;
    }
}
