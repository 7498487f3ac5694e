package org.glomera.cli.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.SpectRules;
import org.glomera.pipeline.ImportRules;

import picocli.CommandLine.Option;

/** The rules of an import that a user may change: calibration and decay of SPECT, names of kidneys. */
final class ImportRulesOptions {

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

    @Option(names = "--kidney-names-right", paramLabel = "PATTERN",
            description = "A further name of the right kidney, as a regular expression; may be given several times. It"
                    + " comes before the common names.")
    private List<String> right = List.of();

    @Option(names = "--kidney-names-left", paramLabel = "PATTERN", description = "The same for the left kidney.")
    private List<String> left = List.of();

    @Option(names = "--kidney-names-sideless", paramLabel = "PATTERN",
            description = "The same for a kidney, or both, whose side is told by place.")
    private List<String> sideless = List.of();

    /**
     * The rules.
     *
     * @throws GlomeraException of the kind CONFIGURATION when a value cannot be one
     */
    ImportRules rules() throws GlomeraException {
        try {
            KidneyStructures common = KidneyStructures.COMMON_NAMES;
            return new ImportRules(
                    new KidneyStructures(first(right, common.right()), first(left, common.left()),
                            first(sideless, common.sideless())),
                    new SpectRules(calibration(), DecayReference.parse(decayTo)));
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

    private static List<String> first(List<String> given, List<String> common) {
        List<String> all = new ArrayList<>(given);
        all.addAll(common);
        return all;
    }
}
