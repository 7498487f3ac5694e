package org.glomera.pipeline.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.core.outside.OutsideNeeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/** Contributions of every kind: needing nothing, needing what is not there, faulty, and data without a class. */
class CheckupTest {

    private static final Object TOKEN = new Object();

    /** Needs nothing. */
    public static final class Plain {
    }

    /** Needs two things, of which one is there. */
    public static final class Needy implements OutsideNeeds {
        @Override
        public List<Need> needs() {
            return List.of(new Need("a library", "half of it", new Availability.Ready()), new Need("a program",
                    "the other half", new Availability.Missing("It is not installed.", "Install it.")));
        }
    }

    /** Cannot be made. */
    public static final class Failing {
        /** Made by the registry. */
        public Failing() {
            throw new IllegalStateException("no ground");
        }
    }

    private IExtensionRegistry registry;

    @BeforeEach
    void contribute() throws Exception {
        registry = RegistryFactory.createRegistry(
                RegistryFactory.createOSGiStrategy(new File[0], new boolean[0], TOKEN), TOKEN, TOKEN);
        String xml = "<?xml version='1.0'?><?eclipse version=\"3.4\"?><plugin>"
                + "<extension-point id='org.glomera.test.things' name='Things'/>"
                + "<extension-point id='org.glomera.test.data' name='Data'/>"
                + "<extension-point id='org.example.others' name='Others'/>"
                + "<extension point='org.glomera.test.things'>" + thing("plain", Plain.class)
                + thing("needy", Needy.class) + thing("failing", Failing.class) + "<thing name='nameless'/></extension>"
                + "<extension point='org.glomera.test.data'><datum id='one' folder='here'/></extension></plugin>";
        assertTrue(registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactoryOSGi.createContributor(FrameworkUtil.getBundle(CheckupTest.class)), false, "test",
                null, TOKEN));
    }

    private static String thing(String id, Class<?> type) {
        return "<thing id='" + id + "' name='The " + id + "' class='" + type.getName() + "'/>";
    }

    @Test
    void everyPointOfTheProgram_isLookedAtAndNoOther() {
        // the registry also knows the bundles that the test runs with
        List<String> ids = points().stream().map(CheckedPoint::id).toList();
        assertTrue(ids.containsAll(List.of("org.glomera.test.data", "org.glomera.test.things")), ids.toString());
        assertEquals(ids.stream().sorted().toList(), ids);
        assertTrue(ids.stream().allMatch(id -> id.startsWith("org.glomera.")), ids.toString());
    }

    @Test
    void whatIsNeeded_isSaidOfEachContribution() {
        InstalledPart needy = part("needy");
        assertEquals("The needy", needy.name());
        assertEquals(2, needy.needs().size());
        assertTrue(needy.works(), "half of it works");
        assertTrue(part("plain").works());
        assertTrue(part("plain").needs().isEmpty());
    }

    @Test
    void aFaultyContribution_isNamedWithItsPlugInAndCostsNoOther() {
        InstalledPart failing = part("failing");
        assertFalse(failing.works());
        assertTrue(failing.problem().orElseThrow().contains("no ground"), failing.problem().get());
        CheckedPoint things = point("org.glomera.test.things");
        assertEquals(3, things.parts().size());
        assertEquals(1, things.skipped().size());
        assertFalse(things.isSound());
    }

    @Test
    void dataWithoutAClass_isSound() {
        CheckedPoint data = point("org.glomera.test.data");
        assertTrue(data.isSound(), data.skipped().toString());
        assertEquals("one", data.parts().get(0).id());
    }

    @Test
    void text_saysWhatIsMissingAndWhatToDo() {
        List<String> lines = CheckupText.lines(List.of(point("org.glomera.test.things")), false);
        assertTrue(lines.contains("  ok      plain"), lines.toString());
        int missing = lines.indexOf("          missing a program, for the other half");
        assertEquals("                  It is not installed. Install it.", lines.get(missing + 1));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  FAULTY  failing: The failing (")),
                lines.toString());
        assertTrue(CheckupText.lines(List.of(point("org.glomera.test.things")), true).stream()
                .anyMatch(line -> line.startsWith("  ok      plain: The plain (")));
    }

    private List<CheckedPoint> points() {
        return new Checkup(registry).points(new NullProgressMonitor());
    }

    private CheckedPoint point(String id) {
        return points().stream().filter(point -> point.id().equals(id)).findFirst().orElseThrow();
    }

    private InstalledPart part(String id) {
        return point("org.glomera.test.things").parts().stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow();
    }
}
