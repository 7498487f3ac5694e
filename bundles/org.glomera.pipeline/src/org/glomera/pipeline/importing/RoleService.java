package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.RolesRequest;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;

/** Changes the roles of cases. Each case.json is written whole; the images stay untouched. Stateless. */
public final class RoleService {

    /**
     * Changes roles in a study that is locked by the caller.
     *
     * @return the ids of the cases that have another role now
     */
    public List<String> run(RolesRequest request, StudyFolder study) throws GlomeraException {
        Map<String, Role> byPatient = new HashMap<>();
        List<CaseInfo> cases = study.cases();
        for (CaseInfo info : cases) {
            Role role = request.roles().get(info.id());
            if (role != null && byPatient.putIfAbsent(info.patient(), role) != null
                    && byPatient.get(info.patient()) != role) {
                throw new GlomeraException(Kind.CONFIGURATION, "The cases of patient " + info.patient()
                        + " were to get different roles. Give all cases of a patient the same.");
            }
        }
        List<String> changed = new ArrayList<>();
        for (CaseInfo info : cases) {
            Role role = byPatient.get(info.patient());
            if (role != null && role != info.role()) {
                study.writeCase(info.withRole(role));
                changed.add(info.id());
            }
        }
        return changed;
    }
}
