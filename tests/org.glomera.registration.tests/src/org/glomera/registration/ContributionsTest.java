package org.glomera.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.registry.Contribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What this bundle contributes, as the running platform sees it; the fragment adds the example of the documentation. */
@EnabledIf(value = "thePlatformRuns", disabledReason = "There is an extension registry in the running platform only.")
class ContributionsTest {

    static boolean thePlatformRuns() {
        return RegistryFactory.getRegistry() != null;
    }

    @Test
    void methods_canAllBeMade() throws GlomeraException {
        List<Contribution<RegistrationMethod>> own = RegistrationMethods.list().stream()
                .filter(method -> !method.id().equals("centre-of-mass")).toList();
        assertEquals(List.of(RegistrationMethods.ELASTIX, RegistrationMethods.FRAME_OF_REFERENCE,
                RegistrationMethods.MANUAL, RegistrationMethods.MUTUAL_INFORMATION,
                RegistrationMethods.MUTUAL_INFORMATION_KIDNEYS),
                own.stream().map(Contribution::id).toList());
        for (Contribution<RegistrationMethod> method : own) {
            method.instance();
            assertFalse(method.description().isBlank(), method.id());
        }
    }
}
