package org.glomera.pipeline.splitting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.CaseInfo;
import org.glomera.study.StudyFolder;

/**
 * What becomes of a network's training cases in one run. No patient has images in two of the lists' cases, but that the
 * held-out cases are the validation cases where no others were asked for.
 *
 * @param training ids of the cases that it is trained on
 * @param validation ids of the cases by which the training is watched; empty for none
 * @param heldOut ids of the cases of its fold, on which a cross-validation measures it; empty without folds
 */
public record CaseSplit(List<String> training, List<String> validation, List<String> heldOut) {

    /** Copies the lists. */
    public CaseSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Divides the usable training cases of a network.
     *
     * @param caseIds their ids; the lists keep their order
     * @throws GlomeraException (input) when there are too few patients; a case that the study has no more
     */
    public static CaseSplit of(NetworkPreset network, StudyFolder study, List<String> caseIds) throws GlomeraException {
        if (network.fold().none() && network.validationShare() == 0) {
            return new CaseSplit(caseIds, List.of(), List.of());
        }
        List<CaseInfo> cases = new ArrayList<>();
        for (String id : caseIds) {
            cases.add(study.requireCase(id));
        }
        return of(network, cases);
    }

    /** As {@link #of(NetworkPreset, StudyFolder, List)}, of cases that were read. */
    public static CaseSplit of(NetworkPreset network, List<CaseInfo> cases) throws GlomeraException {
        Set<String> held = network.fold().none() ? Set.of() : Folds.heldOut(cases, network.fold());
        List<CaseInfo> rest = cases.stream().filter(info -> !held.contains(info.patient())).toList();
        List<String> heldOut = ids(cases, held);
        if (network.validationShare() == 0) {
            return new CaseSplit(rest.stream().map(CaseInfo::id).toList(), heldOut, heldOut);
        }
        Set<String> watched = Folds.share(rest, network.validationShare(), network.training().seed());
        return new CaseSplit(rest.stream().filter(info -> !watched.contains(info.patient())).map(CaseInfo::id).toList(),
                ids(rest, watched), heldOut);
    }

    private static List<String> ids(Collection<CaseInfo> cases, Set<String> patients) {
        return cases.stream().filter(info -> patients.contains(info.patient())).map(CaseInfo::id).toList();
    }
}
