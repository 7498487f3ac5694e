package org.glomera.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/** Contributions come and go in the running registry, as they do when a plug-in is installed. */
class ExtensionPointTest {

    private static final String POINT = "org.glomera.registry.test.greeters";
    private static final Object TOKEN = new Object();

    /** What the contributions of the test are. */
    public interface Greeter {
        String greet();
    }

    /** A contribution that works and counts how often it is made. */
    public static final class Polite implements Greeter {
        static int made;

        /** Made by the registry. */
        public Polite() {
            made++;
        }

        @Override
        public String greet() {
            return "Good morning";
        }
    }

    /** A contribution whose constructor fails. */
    public static final class Failing implements Greeter {
        /** Made by the registry. */
        public Failing() {
            throw new IllegalStateException("no voice");
        }

        @Override
        public String greet() {
            return "";
        }
    }

    private IExtensionRegistry registry;

    @BeforeEach
    void contribute() throws Exception {
        Polite.made = 0;
        registry = RegistryFactory.createRegistry(RegistryFactory.createOSGiStrategy(new File[0], new boolean[0], TOKEN),
                TOKEN, TOKEN);
        add("<extension-point id='" + POINT + "' name='Greeters'/>");
    }

    private void add(String content) {
        IContributor contributor = ContributorFactoryOSGi
                .createContributor(FrameworkUtil.getBundle(ExtensionPointTest.class));
        String xml = "<?xml version='1.0'?><?eclipse version=\"3.4\"?><plugin>" + content + "</plugin>";
        assertTrue(registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                contributor, false, "test", null, TOKEN));
    }

    private static String greeter(String attributes) {
        return "<extension point='" + POINT + "'><greeter " + attributes + "/></extension>";
    }

    private static String classOf(Class<?> type) {
        return "class='" + type.getName() + "'";
    }

    @Test
    void contributions_areReadWithoutLoadingTheirClass() {
        add(greeter("id='polite' name='Polite' description='Greets.' level='3' " + classOf(Polite.class)));
        ExtensionPoint<Greeter> point = new ExtensionPoint<>(registry, POINT, Greeter.class);
        Contribution<Greeter> polite = point.contributions().get(0);
        assertEquals("polite", polite.id());
        assertEquals("Polite", polite.name());
        assertEquals("Greets.", polite.description());
        assertEquals("3", polite.attribute("level").orElseThrow());
        assertEquals("org.glomera.registry", polite.bundle());
        assertEquals(0, Polite.made);
    }

    @Test
    void children_areReadAsDataInTheirOrder() {
        add("<extension point='" + POINT + "'><greeter id='polite' " + classOf(Polite.class) + "><word text='Good'/>"
                + "<word text='morning' loud='no'/><other text='x'/></greeter></extension>");
        Contribution<Greeter> polite = new ExtensionPoint<>(registry, POINT, Greeter.class).contributions().get(0);
        assertEquals(List.of(Map.of("text", "Good"), Map.of("text", "morning", "loud", "no")), polite.children("word"));
        assertEquals(List.of(), polite.children("none"));
        assertEquals(0, Polite.made);
    }

    @Test
    void aFaultyElement_isSkippedAndTheRestWorks() throws GlomeraException {
        add(greeter("name='no id' " + classOf(Polite.class)) + greeter("id='noclass' name='x'")
                + greeter("id='polite' name='first' " + classOf(Polite.class))
                + greeter("id='polite' name='second' " + classOf(Polite.class)));
        ExtensionPoint<Greeter> point = new ExtensionPoint<>(registry, POINT, Greeter.class);
        assertEquals(List.of("polite"), point.contributions().stream().map(Contribution::id).toList());
        assertEquals("Good morning", point.require("polite").instance().greet());
        assertEquals(3, point.skipped().size(), point.skipped().toString());
        assertTrue(point.skipped().stream().allMatch(sentence -> sentence.contains("org.glomera.registry")));
    }

    @Test
    void instance_isMadeOnce() throws GlomeraException {
        add(greeter("id='polite' " + classOf(Polite.class)));
        Contribution<Greeter> polite = new ExtensionPoint<>(registry, POINT, Greeter.class).require("polite");
        assertSame(polite.instance(), polite.instance());
        assertSame(polite.instance(), new ExtensionPoint<>(registry, POINT, Object.class).require("polite").instance());
        assertEquals(1, Polite.made);
    }

    @Test
    void aClassThatCannotBeMade_isReportedWithItsPlugInAndId() {
        add(greeter("id='failing' " + classOf(Failing.class)) + greeter("id='wrong' " + classOf(String.class)));
        ExtensionPoint<Greeter> point = new ExtensionPoint<>(registry, POINT, Greeter.class);
        for (String id : List.of("failing", "wrong")) {
            GlomeraException thrown = assertThrows(GlomeraException.class, () -> point.require(id).instance());
            assertEquals(Kind.MISSING_COMPONENT, thrown.kind());
            assertTrue(thrown.getMessage().contains("'" + id + "'"), thrown.getMessage());
            assertTrue(thrown.getMessage().contains("org.glomera.registry"), thrown.getMessage());
        }
    }

    @Test
    void aPlugInThatComesLater_isFound() {
        ExtensionPoint<Greeter> point = new ExtensionPoint<>(registry, POINT, Greeter.class);
        assertFalse(point.find("late").isPresent());
        add(greeter("id='late' " + classOf(Polite.class)));
        // the registry tells its listeners from a thread of its own
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (point.find("late").isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(point.find("late").isPresent());
    }

    @Test
    void require_namesTheKnownIds() {
        add(greeter("id='polite' " + classOf(Polite.class)));
        GlomeraException thrown = assertThrows(GlomeraException.class,
                () -> new ExtensionPoint<>(registry, POINT, Greeter.class).require("rude"));
        assertTrue(thrown.getMessage().contains("Known are: polite."), thrown.getMessage());
    }
}
