package org.glomera.pipeline.work;

import java.util.Map;
import java.util.TreeMap;

import org.glomera.network.EngineReport;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Versions that a run records. */
public final class Versions {

    private Versions() {
    }

    /** The program's name and version, for instance {@code Glomera 0.1.0}. */
    public static String program() {
        Bundle bundle = FrameworkUtil.getBundle(Versions.class);
        return bundle == null ? "Glomera" : "Glomera " + bundle.getVersion();
    }

    /** Program and Java by name. */
    public static Map<String, String> ofProgram() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("program", program());
        versions.put("java", System.getProperty("java.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }

    /** Program, Java and engine by name. */
    public static Map<String, String> with(EngineReport engine) {
        Map<String, String> versions = ofProgram();
        versions.put("engine", engine.engine() + " " + engine.version() + " on " + engine.device());
        return versions;
    }
}
