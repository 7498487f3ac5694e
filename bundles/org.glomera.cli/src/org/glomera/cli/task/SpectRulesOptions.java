package org.glomera.cli.task;

import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.SpectRules;

import picocli.CommandLine.Option;

/** How a SPECT becomes Bq/ml: calibration of counts, and the time that activity is stated for. */
final class SpectRulesOptions {

    @Option(names = "--bq-per-ml-per-count", paramLabel = "NUMBER",
            description = "Calibration of SPECT that is stored as counts: Bq/ml of one count.")
    private Double bqPerMlPerCount;

    @Option(names = "--sensitivity-cps-per-mbq", paramLabel = "NUMBER",
            description = "The same by the sensitivity of the camera, all detectors together, in counts per second per"
                    + " MBq; the files must say how long counts were collected.")
    private Double sensitivity;

    @Option(names = "--decay-to", paramLabel = "TIME", defaultValue = "as-stored",
            description = "The time that activity is stated for: as-stored, scan-start, administration, or a date and"
                    + " time such as 2024-02-29T13:05. Default: ${DEFAULT-VALUE}.")
    private String decayTo;

    /**
     * The rules.
     *
     * @throws GlomeraException of the kind CONFIGURATION when a value cannot be one
     */
    SpectRules rules() throws GlomeraException {
        try {
            return new SpectRules(calibration(), DecayReference.parse(decayTo));
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, e.getMessage(), e);
        }
    }

    private Optional<Calibration> calibration() throws GlomeraException {
        if (bqPerMlPerCount != null && sensitivity != null) {
            throw new GlomeraException(Kind.CONFIGURATION, "There are two calibrations, --bq-per-ml-per-count and"
                    + " --sensitivity-cps-per-mbq. Give one of them.");
        }
        if (bqPerMlPerCount != null) {
            return Optional.of(new Calibration.BqPerMlPerCount(bqPerMlPerCount));
        }
        return Optional.ofNullable(sensitivity).map(Calibration.Sensitivity::new);
    }
}
