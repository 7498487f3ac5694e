package org.glomera.samples;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.core.file.AtomicFiles;
import org.glomera.samples.ReferenceTables.Epoch;
import org.glomera.samples.ReferenceTables.Figure;
import org.glomera.samples.ReferenceTables.Kidney;
import org.glomera.samples.ReferenceTables.Network;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the files of the reference study from its tables. One thread. */
final class ReferenceStudyWriter {

    private static final String NO_IMAGES = "The source publishes no image of this case.";
    private static final List<String> REMARKS = List.of(
            "The source states no unit of the activity concentration, so none is shown.",
            "The source has Dice coefficients of whole cohorts only, after each epoch, and no volumes: the cells of"
                    + " both are empty for each kidney.",
            "The source publishes no images and no weights, so there is nothing to segment and no slice to look at.",
            "published.csv holds what the source prints about these tables. Some of it does not follow from them.");
    private static final String REPORTED = "The source does not say which epoch its figures come from; the Dice"
            + " coefficients that it quotes are those of the last one.";
    private static final String NO_UNIT = "";
    private static final String NOT_STATED = "not stated by the source";

    private final Path folder;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Prepares for writing into a folder that is not there. */
    ReferenceStudyWriter(Path folder) {
        this.folder = folder;
    }

    void write(IProgressMonitor monitor) throws GlomeraException {
        List<Network> networks = ReferenceTables.networks();
        List<String> cases = ReferenceTables.kidneys().stream().map(Kidney::caseId).distinct().toList();
        SubMonitor progress = SubMonitor.convert(monitor, networks.size() + cases.size() + 1);
        StudyFolder study = StudyFolder.create(folder, ReferenceStudy.NAME, "Glomera", Map.of("source",
                "the printed tables of the three-network study that this program implements anew",
                "images", "none: the source publishes none", "weights", "none: the source publishes none"));
        for (String id : cases) {
            progress.split(1);
            study.writeCase(new CaseInfo(id, "Reference " + id, Acquisition.SPECT_CT, Role.TEST, List.of(), List.of(),
                    Map.of(), List.of(NO_IMAGES)));
        }
        for (Network network : networks) {
            progress.split(1);
            writeRun(study, network);
        }
        progress.split(1);
        writeExperiment(study, networks, cases);
    }

    private void writeRun(StudyFolder study, Network network) throws GlomeraException {
        String name = run(network.number());
        study.writeCurve(name, new Curve(ReferenceTables.epochs().stream()
                .filter(row -> row.network().equals(network.number())).map(ReferenceStudyWriter::point).toList()));
        ImageGrid grid = network.architecture().equals("hybrid") ? ImageGrid.SPECT : ImageGrid.CT;
        study.writeRun(RunInfo.planned(name, title(network), network.architecture(), grid, 0, network.epochs(), now)
                .withConfiguration("", configuration(network))
                .withData(network.trainingImages(), network.testImages(), List.of(), Map.of())
                .withVersions(Map.of("program", NOT_STATED))
                .withEpochs(network.epochs(), network.epochs(), REPORTED, now)
                .withState(RunState.FINISHED, "", now));
    }

    private static CurvePoint point(Epoch row) {
        return new CurvePoint(row.epoch(), row.trainingDice(), row.testDice());
    }

    private static String run(String number) {
        return "network" + number;
    }

    private static String title(Network network) {
        return "Network " + network.number() + ": " + network.architecture() + ", " + network.modalities();
    }

    /** What table 1 says, under the names that the program's own runs use for it; nothing that it does not say. */
    private static ObjectNode configuration(Network network) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.put("name", run(network.number()));
        configuration.put("title", title(network));
        configuration.put("architecture", network.architecture());
        configuration.put("modalities", network.modalities());
        configuration.put("inputChannels", network.inputChannels());
        ObjectNode training = configuration.putObject("training");
        training.put("loss", network.loss().toLowerCase(Locale.ROOT));
        training.put("optimiser", network.optimiser().toLowerCase(Locale.ROOT));
        training.put("epochs", network.epochs());
        training.put("seed", NOT_STATED);
        return configuration;
    }

    private void writeExperiment(StudyFolder study, List<Network> networks, List<String> cases)
            throws GlomeraException {
        study.writeCaseResults(ReferenceStudy.EXPERIMENT, ReferenceTables.kidneys().stream()
                .map(ReferenceStudyWriter::result).toList());
        writePublished(study.experimentFolder(ReferenceStudy.EXPERIMENT).resolve("published.csv"), networks);
        study.writeExperiment(new ExperimentInfo(ReferenceStudy.EXPERIMENT, ReferenceStudy.NAME,
                networks.stream().map(network -> run(network.number())).toList(), cases, List.of(), Map.of(), now,
                REMARKS, NO_UNIT));
    }

    private static CaseResult result(Kidney kidney) {
        double manual = Double.parseDouble(kidney.manual());
        double automatic = Double.parseDouble(kidney.automatic());
        return new CaseResult(run(kidney.network()), kidney.caseId(), Kidneys.ofWord(kidney.side()), manual, automatic,
                100 * (automatic - manual) / manual, Double.NaN, Double.NaN, Double.NaN, Map.of());
    }

    /** All that the source prints about the tables: its summary figures, the Dice coefficients, each difference. */
    private static void writePublished(Path file, List<Network> networks) throws GlomeraException {
        List<Figure> figures = new ArrayList<>(ReferenceTables.figures());
        for (Network network : networks) {
            String where = "table 1 and text";
            figures.add(new Figure(network.number(), "both", "training Dice", network.printedTrainingDice(), where));
            figures.add(new Figure(network.number(), "both", "test Dice", network.printedTestDice(), where));
        }
        for (Kidney kidney : ReferenceTables.kidneys()) {
            figures.add(new Figure(kidney.network(), kidney.side(), "difference percent of case " + kidney.caseId(),
                    kidney.printedDifferencePercent(), "tables A to C"));
        }
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord("printed_network", "side", "quantity", "value", "where");
            for (Figure figure : figures) {
                printer.printRecord(figure.network(), figure.side(), figure.quantity(), figure.value(),
                        figure.where());
            }
            printer.flush();
            AtomicFiles.writeString(file, text.toString());
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' cannot be written: " + e.getMessage()
                    + ". Check the free space of its disk and your permission to write there.", e);
        }
    }
}
