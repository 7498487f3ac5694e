package org.glomera.pipeline.estimating;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * How fast a run was trained: the content of {@code runs/NAME/speed.json}. It depends on the machine and belongs to no
 * result.
 *
 * @param format version of this file's form, {@link #FORMAT}
 * @param machine the machine's processors, see {@link Machine#model()}
 * @param threads number of threads that calculated
 * @param cost what the network needs
 * @param steps number of steps that were timed
 * @param secondsPerImage median time of a step divided by the images of its batch, in seconds
 */
public record RunSpeed(int format, String machine, int threads, NetworkCost cost, int steps,
        double secondsPerImage) {

    /** The form that this program writes. */
    public static final int FORMAT = 1;
    /** File name in a run's folder. */
    public static final String FILE = "speed.json";

    private static final System.Logger LOG = System.getLogger(RunSpeed.class.getName());

    /** Refuses missing parts and a time that is none. */
    public RunSpeed {
        Objects.requireNonNull(machine);
        Objects.requireNonNull(cost);
        if (!(secondsPerImage > 0 && Double.isFinite(secondsPerImage)) || steps < 1) {
            throw new IllegalArgumentException("Steps of " + secondsPerImage + " s");
        }
    }

    /** Writes the file. */
    public void write(StudyFolder study, String run) throws GlomeraException {
        StudyJson.write(study.runFolder(run).resolve(FILE), this);
    }

    /**
     * The speed of a network by the runs of a study that were trained on this machine with as many threads; of these
     * the one whose network is the most like it.
     */
    static Optional<Speed> recorded(StudyFolder study, NetworkCost wanted, int threads, String machine)
            throws GlomeraException {
        record Found(String run, RunSpeed speed) {
        }
        double time = StepModel.secondsPerImage(wanted);
        List<Found> found = new ArrayList<>();
        for (String run : study.runs()) {
            read(study.runFolder(run).resolve(FILE)).filter(one -> one.machine().equals(machine)
                    && one.threads() == threads).ifPresent(one -> found.add(new Found(run, one)));
        }
        return found.stream().min(Comparator.comparingDouble(
                one -> Math.abs(Math.log(StepModel.secondsPerImage(one.speed().cost()) / time))))
                .map(best -> Speed.scaled(best.speed().secondsPerImage(), best.speed().cost(), wanted,
                        "from the steps of run " + best.run() + " on this machine"));
    }

    private static Optional<RunSpeed> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(StudyJson.read(file, RunSpeed.class)) : Optional.empty();
        } catch (GlomeraException e) {
            LOG.log(System.Logger.Level.WARNING, "A recorded speed was passed over.", e);
            return Optional.empty();
        }
    }
}
