package org.glomera.cli.task;

import java.util.HashMap;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ListedCase;

import picocli.CommandLine.Option;

/** One case of image files that are no DICOM: the columns of images.csv as options. */
final class ListedCaseOptions {

    private final Map<String, String> texts = new HashMap<>();

    @Option(names = "--patient", paramLabel = "NAME", description = "What the patient is called in the study.")
    private void patient(String text) {
        texts.put("patient", text);
    }

    @Option(names = "--case", paramLabel = "NAME", description = "What the case is called. Default: as the patient.")
    private void caseId(String text) {
        texts.put("case", text);
    }

    @Option(names = "--role", paramLabel = "ROLE", description = "training, test or unassigned.")
    private void role(String text) {
        texts.put("role", text);
    }

    @Option(names = "--acquisition", paramLabel = "WORD",
            description = "spect_ct or diagnostic_ct. Default: spect_ct when there is a SPECT.")
    private void acquisition(String text) {
        texts.put("acquisition", text);
    }

    @Option(names = "--ct", paramLabel = "FILE", description = "The CT: NIfTI, NRRD, MetaImage or Interfile.")
    private void ct(String text) {
        texts.put("ct", text);
    }

    @Option(names = "--ct-scale", paramLabel = "NUMBER", description = "HU = stored value x scale + offset. Default: 1.")
    private void ctScale(String text) {
        texts.put("ct_scale", text);
    }

    @Option(names = "--ct-offset", paramLabel = "NUMBER",
            description = "The same; -1000 for an image that has HU plus 1000. Default: 0.")
    private void ctOffset(String text) {
        texts.put("ct_offset", text);
    }

    @Option(names = "--spect", paramLabel = "FILE", description = "The SPECT.")
    private void spect(String text) {
        texts.put("spect", text);
    }

    @Option(names = "--spect-unit", paramLabel = "UNIT", description = "Bq/ml, kBq/ml or MBq/ml.")
    private void spectUnit(String text) {
        texts.put("spect_unit", text);
    }

    @Option(names = "--spect-scale", paramLabel = "NUMBER",
            description = "The unit times this is what one of a stored value means.")
    private void spectScale(String text) {
        texts.put("spect_scale", text);
    }

    @Option(names = "--kidneys-ct", paramLabel = "FILE", description = "Labels of the kidneys on the CT's grid.")
    private void kidneysCt(String text) {
        texts.put("kidneys_ct", text);
    }

    @Option(names = "--kidneys-spect", paramLabel = "FILE", description = "Labels of the kidneys on the SPECT's grid.")
    private void kidneysSpect(String text) {
        texts.put("kidneys_spect", text);
    }

    @Option(names = "--right", paramLabel = "LABEL", description = "The label of the right kidney; several joined by +.")
    private void right(String text) {
        texts.put("right", text);
    }

    @Option(names = "--left", paramLabel = "LABEL", description = "The label of the left kidney; several joined by +.")
    private void left(String text) {
        texts.put("left", text);
    }

    @Option(names = "--kidneys", paramLabel = "LABEL",
            description = "The label of both kidneys, where they have one: their place tells right from left.")
    private void kidneys(String text) {
        texts.put("kidneys", text);
    }

    /** The case that was given. */
    ListedCase read() throws GlomeraException {
        return ListedCase.ofTexts(texts, column -> "--" + column.replace('_', '-'));
    }
}
