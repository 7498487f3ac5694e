package org.glomera.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

class PhantomSpecTest {

    private final PhantomSpec spec = PhantomSpec.small(9);

    @Test
    void json_bringsTheSameSpecificationBack() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(spec, mapper.readValue(mapper.writeValueAsString(spec), PhantomSpec.class));
        PhantomSpec withShapes = spec.withKidneyShapes(Path.of("shapes").toAbsolutePath());
        assertEquals(withShapes, mapper.readValue(mapper.writeValueAsString(withShapes), PhantomSpec.class));
    }

    @Test
    void json_withoutACountIsRefused() {
        ObjectMapper mapper = new ObjectMapper();
        JsonProcessingException refused = assertThrows(JsonProcessingException.class,
                () -> mapper.readValue("{\"spectCtTraining\": 3}", PhantomSpec.class));
        assertTrue(refused.getMessage().contains("diagnosticTraining"));
    }

    @Test
    void constructor_refusesMoreMovedThanThereAre() {
        SpectSampling spect = spec.spect();
        assertThrows(IllegalArgumentException.class, () -> TestSpecs.with(2, 0, 1, 0, 3, 0, 1, spect));
        assertThrows(IllegalArgumentException.class, () -> TestSpecs.with(2, 0, 1, 0, 0, 2, 1, spect));
        assertThrows(IllegalArgumentException.class, () -> TestSpecs.with(-1, 0, 1, 0, 0, 0, 1, spect));
        assertThrows(IllegalArgumentException.class, () -> TestSpecs.with(1, 0, 1, 0, 0, 0, Double.NaN, spect));
    }

    @Test
    void samplings_refuseWhatNoImageHas() {
        assertThrows(IllegalArgumentException.class, () -> new CtSampling(4, 64, 64, 3, 3, 5, 20, false));
        assertThrows(IllegalArgumentException.class, () -> new CtSampling(64, 64, 64, 3, Double.NaN, 5, 20, false));
        assertThrows(IllegalArgumentException.class, () -> new CtSampling(64, 64, 64, 3, 3, 5, -1, false));
        assertThrows(IllegalArgumentException.class, () -> new SpectSampling(64, 64, 64, 4, 4, 4, -1, 6, 5, 1200));
        assertThrows(IllegalArgumentException.class, () -> new SpectSampling(64, 64, 64, 4, 4, 4, 12, 6, 0, 1200));
    }

    @Test
    void plan_listsTheGroupsInOrderWithTheirMovedCases() {
        List<PatientPlan> plans = PatientPlan.of(spec);
        assertEquals(spec.patients(), plans.size());
        assertEquals("LU001", plans.get(0).patientId());
        assertEquals("CT001", plans.get(28).patientId());
        assertEquals("TE001", plans.get(42).patientId());
        assertEquals("UN003", plans.get(59).patientId());
        assertEquals(16, plans.subList(0, 28).stream().filter(PatientPlan::moved).count());
        assertEquals(0, plans.subList(28, 42).stream().filter(PatientPlan::moved).count());
        assertEquals(9, plans.subList(42, 57).stream().filter(PatientPlan::moved).count());
        Set<Long> seeds = new HashSet<>();
        plans.forEach(plan -> seeds.add(plan.seed()));
        assertEquals(plans.size(), seeds.size());
    }
}
