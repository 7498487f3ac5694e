package org.glomera.pipeline.training;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.StudyFolder;

/** What a network is trained on, counted as its card tells it. */
final class TrainingCounts {

    private static final String PHANTOMS = "phantoms";
    private static final String PATIENTS = "patients";

    private TrainingCounts() {
    }

    /** The images of each acquisition, the patients, and the phantoms among the images; no count that is 0. */
    static Map<String, Integer> of(StudyFolder study, List<String> caseIds) throws GlomeraException {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> patients = new HashSet<>();
        for (String id : caseIds) {
            CaseInfo info = study.requireCase(id);
            counts.merge(info.acquisition().word(), 1, Integer::sum);
            patients.add(info.patient());
            if (!info.truth().isEmpty()) {
                counts.merge(PHANTOMS, 1, Integer::sum);
            }
        }
        counts.put(PATIENTS, patients.size());
        return counts;
    }

    /** Whether every image is a phantom's: true values are known of phantoms alone. */
    static boolean phantomsAlone(Map<String, Integer> counts) {
        int images = 0;
        for (Acquisition acquisition : Acquisition.values()) {
            images += counts.getOrDefault(acquisition.word(), 0);
        }
        return counts.getOrDefault(PHANTOMS, 0) == images;
    }
}
