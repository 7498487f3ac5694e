package org.glomera.cli.task;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.KidneyStructures;
import org.glomera.pipeline.ImportRules;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rules of an import that a user may change: calibration and decay of SPECT, names of kidneys. */
final class ImportRulesOptions {

    @Mixin
    private SpectRulesOptions spect;

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
                    spect.rules());
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, e.getMessage(), e);
        }
    }

    private static List<String> first(List<String> given, List<String> common) {
        List<String> all = new ArrayList<>(given);
        all.addAll(common);
        return all;
    }
}
