package org.glomera.pipeline.checkup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Need;
import org.glomera.core.outside.OutsideNeeds;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/**
 * Looks at what is installed: every extension point of the program, what plug-ins contribute to it, whether its class
 * can be made, and whether what it {@linkplain OutsideNeeds needs} of the machine is there. Contributions of any plug-in
 * are looked at alike. Safe for use by several threads; takes some seconds where libraries are loaded or a display is
 * tried.
 */
public final class Checkup {

    private static final String OURS = "org.glomera.";

    private final IExtensionRegistry registry;
    private final Map<String, ExtensionPoint<?>> points = new ConcurrentHashMap<>();

    /** Looks at the plug-ins that a registry knows; keep it, since it stays with the registry. */
    public Checkup(IExtensionRegistry registry) {
        this.registry = Objects.requireNonNull(registry);
    }

    /** The checkup of the running program. */
    public static Checkup ofPlugins() {
        return Running.CHECKUP;
    }

    /** Made at first use, since the registry is there only in a running platform. */
    private static final class Running {
        static final Checkup CHECKUP = new Checkup(RegistryFactory.getRegistry());
    }

    /**
     * The extension points of the program by id, those without contributions too.
     *
     * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled between two contributions
     */
    public List<CheckedPoint> points(IProgressMonitor monitor) {
        List<IExtensionPoint> ours = Arrays.stream(registry.getExtensionPoints())
                .filter(point -> point.getUniqueIdentifier().startsWith(OURS))
                .sorted(Comparator.comparing(IExtensionPoint::getUniqueIdentifier)).toList();
        SubMonitor progress = SubMonitor.convert(monitor, "Looking at the plug-ins", ours.size());
        List<CheckedPoint> checked = new ArrayList<>();
        for (IExtensionPoint point : ours) {
            progress.subTask(point.getLabel());
            checked.add(check(point, progress.split(1)));
        }
        return checked;
    }

    private CheckedPoint check(IExtensionPoint point, IProgressMonitor monitor) {
        ExtensionPoint<?> reader = points.computeIfAbsent(point.getUniqueIdentifier(), id -> isData(point)
                ? ExtensionPoint.ofData(registry, id, "id") : new ExtensionPoint<>(registry, id, Object.class));
        SubMonitor progress = SubMonitor.convert(monitor, reader.contributions().size());
        List<InstalledPart> parts = new ArrayList<>();
        for (Contribution<?> contribution : reader.contributions()) {
            progress.checkCanceled();
            parts.add(isData(point) ? part(contribution, List.of(), Optional.empty()) : made(contribution));
            progress.worked(1);
        }
        return new CheckedPoint(point.getUniqueIdentifier(), point.getLabel(), parts, reader.skipped());
    }

    /** Whether the contributions to a point are data, which have no class. */
    private static boolean isData(IExtensionPoint point) {
        return Arrays.stream(point.getConfigurationElements()).noneMatch(each -> each.getAttribute("class") != null);
    }

    private static InstalledPart made(Contribution<?> contribution) {
        try {
            Object instance = contribution.instance();
            return part(contribution, instance instanceof OutsideNeeds needs ? needs.needs() : List.of(),
                    Optional.empty());
        } catch (GlomeraException e) {
            return part(contribution, List.of(), Optional.of(e.getMessage()));
        }
    }

    private static InstalledPart part(Contribution<?> contribution, List<Need> needs, Optional<String> problem) {
        return new InstalledPart(contribution.id(), contribution.name(), contribution.bundle(), needs, problem);
    }
}
