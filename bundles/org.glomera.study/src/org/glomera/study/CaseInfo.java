package org.glomera.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The content of {@code case.json}. A case exists from the moment that this file does, so whoever makes a case writes
 * its images first and this last.
 *
 * @param id name of the case's folder
 * @param patient pseudonym of the patient; never a name or a hospital's identifier
 * @param acquisition where the images come from
 * @param role what the case is used for
 * @param available the images that are in the folder, each once
 * @param sources what the images were made from
 * @param truth known true values by name with their unit in it, for instance {@code right_bq_per_ml}; phantoms only,
 *        empty otherwise
 * @param remarks what is unusual about the case, a sentence each
 */
public record CaseInfo(String id, String patient, Acquisition acquisition, Role role, List<CaseFile> available,
        List<Source> sources, Map<String, Double> truth, List<String> remarks) {

    /** Refuses an id that is no {@linkplain Names name}, an empty pseudonym and an image named twice. */
    public CaseInfo {
        Names.check("case", id);
        if (patient.isBlank()) {
            throw new IllegalArgumentException("the case has no pseudonym of a patient");
        }
        Objects.requireNonNull(acquisition, "acquisition is missing");
        Objects.requireNonNull(role, "role is missing");
        available = List.copyOf(available);
        if (Set.copyOf(available).size() != available.size()) {
            throw new IllegalArgumentException("an image is named twice in " + available);
        }
        sources = List.copyOf(sources);
        truth = Copies.ordered(truth);
        remarks = List.copyOf(remarks);
    }

    /** Whether an image is in the folder. */
    public boolean has(CaseFile file) {
        return available.contains(file);
    }

    /** This case with another role. */
    public CaseInfo withRole(Role newRole) {
        return new CaseInfo(id, patient, acquisition, newRole, available, sources, truth, remarks);
    }
}
