package org.glomera.network.augmentation;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/**
 * The augmentations that are known. One that is declared wrongly is logged with its plug-in and left out. Safe for use by
 * several threads.
 */
public final class Augmentations {

    private static final Logger LOG = System.getLogger(Augmentations.class.getName());

    /** Gives the one instance of an augmentation. */
    @FunctionalInterface
    public interface Source {
        /** The instance. */
        Augmentation instance() throws GlomeraException;
    }

    /**
     * An augmentation that is not yet made.
     *
     * @param info what is declared of it
     * @param source makes it
     */
    public record Known(AugmentationInfo info, Source source) {

        /** Refuses an absent part. */
        public Known {
            Objects.requireNonNull(info);
            Objects.requireNonNull(source);
        }
    }

    /** None: for trainings without augmentation. */
    public static final Augmentations NONE = new Augmentations(List.of());

    private static final class Point {
        static final ExtensionPoint<Augmentation> AUGMENTATIONS = new ExtensionPoint<>(RegistryFactory.getRegistry(),
                Augmentation.POINT, Augmentation.class);
    }

    private final List<Known> known;

    /** Those of a list, in its order. */
    public Augmentations(List<Known> known) {
        this.known = List.copyOf(known);
    }

    /** Those that the running program's plug-ins contribute, ordered by id; no plug-in is started by asking. */
    public static Augmentations ofPlugins() {
        return of(Point.AUGMENTATIONS);
    }

    static Augmentations of(ExtensionPoint<Augmentation> point) {
        List<Known> known = new ArrayList<>();
        for (Contribution<Augmentation> contribution : point.contributions()) {
            try {
                known.add(new Known(AugmentationInfo.of(contribution), contribution::instance));
            } catch (IllegalArgumentException e) {
                LOG.log(Logger.Level.WARNING, "The augmentation '" + contribution.id() + "' of the plug-in "
                        + contribution.bundle() + " was skipped: " + e.getMessage() + ".", e);
            }
        }
        return new Augmentations(known);
    }

    /** What is declared of each. */
    public List<AugmentationInfo> infos() {
        return known.stream().map(Known::info).toList();
    }

    /** What is wrong with a training's list, a sentence each. Loads no class. */
    public List<String> problems(List<AugmentationSetting> settings) {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (AugmentationSetting setting : settings) {
            if (!ids.add(setting.id())) {
                problems.add("The augmentation '" + setting.id() + "' is listed twice; keep one of them.");
            }
            find(setting.id()).ifPresentOrElse(one -> one.info().problem(setting).ifPresent(problems::add),
                    () -> problems.add(unknown(setting.id())));
        }
        return problems;
    }

    /**
     * Makes what augments a training's images.
     *
     * @throws GlomeraException (configuration) for an id that is not known, and parameters that are not declared or
     *         outside of their range; (missing component) when a class cannot be made
     */
    public Augmenter augmenter(List<AugmentationSetting> settings) throws GlomeraException {
        List<String> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, problems.get(0));
        }
        List<Augmenter.Step> steps = new ArrayList<>();
        for (AugmentationSetting setting : settings) {
            Known one = find(setting.id()).orElseThrow();
            steps.add(new Augmenter.Step(one.info(), one.source().instance(), setting.probability(),
                    one.info().values(setting)));
        }
        return new Augmenter(steps);
    }

    private Optional<Known> find(String id) {
        return known.stream().filter(one -> one.info().id().equals(id)).findFirst();
    }

    private String unknown(String id) {
        return "The augmentation '" + id + "' is not known. " + (known.isEmpty() ? "No plug-in brings one."
                : "Known are: " + known.stream().map(one -> one.info().id()).collect(Collectors.joining(", "))
                        + ". Use one of these, or install the plug-in that brings it.");
    }
}
