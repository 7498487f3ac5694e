package org.glomera.cli.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.model.CardFigures;
import org.glomera.network.model.Cards;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The networks that there are. */
@Command(name = "list", header = "List the trained networks of the program and of a study.", description = "")
public final class ModelListTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(arity = "0..1", paramLabel = "STUDY",
            description = "List the runs of this study too; or the networks in the folders of this folder.")
    private Path folder;

    @Option(names = "--markdown", description = "Print a table for a README, of the folder's networks alone.")
    private boolean markdown;

    /** One network. */
    private record Row(String name, ModelCard card) {
    }

    /** Makes the task. */
    public ModelListTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        List<Row> rows = new ArrayList<>();
        if (!markdown) {
            for (TrainedNetwork network : TrainedNetworks.ofPlugins().all()) {
                rows.add(new Row(network.id(), network.card()));
            }
        }
        if (folder != null) {
            rows.addAll(inFolder(folder.toAbsolutePath().normalize()));
        }
        if (markdown) {
            markdown(rows);
        } else {
            rows.forEach(this::tell);
        }
        return 0;
    }

    private List<Row> inFolder(Path given) throws GlomeraException {
        Path parent = StudyFolder.isStudy(given) ? given.resolve("runs") : given;
        List<Row> rows = new ArrayList<>();
        for (Path each : folders(parent)) {
            Path name = parent.equals(given) ? each.getFileName() : given.getParent().relativize(each);
            try {
                rows.add(new Row(markdown ? each.getFileName().toString() : name.toString(),
                        ModelFolder.readCard(each)));
            } catch (GlomeraException e) {
                context.terminal().message("Left out: " + e.getMessage());
            }
        }
        return rows;
    }

    private static List<Path> folders(Path parent) throws GlomeraException {
        if (!Files.isDirectory(parent)) {
            throw new GlomeraException(Kind.INPUT, "'" + parent + "' is no folder with networks. Name a study, or a folder"
                    + " whose folders hold networks.");
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(each -> Files.isRegularFile(each.resolve(ModelFolder.CARD))).sorted().toList();
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "'" + parent + "' cannot be read: " + e.getMessage()
                    + ". Check your permission to read it.", e);
        }
    }

    private void tell(Row row) {
        ModelCard card = row.card();
        String trained = Cards.trainedOn(card);
        context.terminal().result(String.format(Locale.ROOT, "%-28s sees %-12s  Dice %s  %s%s", row.name(),
                Cards.sees(card), dice(card), ModelText.oneLine(card.title()), trained.isEmpty() ? "" : "; " + trained));
    }

    private static String dice(ModelCard card) {
        return figure(card, CardFigures.MEAN_DICE).map(value -> String.format(Locale.ROOT, "%.3f", value)).orElse("  -  ");
    }

    private static Optional<Double> figure(ModelCard card, String name) {
        return Optional.ofNullable(card.results().get(name));
    }

    private void markdown(List<Row> rows) {
        context.terminal().result("| name | sees | trained on | mean Dice | activity concentration | weights |");
        context.terminal().result("|---|---|---|---|---|---|");
        for (Row row : rows) {
            ModelCard card = row.card();
            context.terminal().result(String.format(Locale.ROOT, "| [`%s`](%s/CARD.md) | %s | %s | %s | %s | %s |",
                    row.name(), row.name(), Cards.sees(card), Cards.trainedOn(card), dice(card).strip(),
                    figure(card, CardFigures.MEAN_ABSOLUTE_DIFFERENCE).map(value -> String.format(Locale.ROOT, "%.1f %%",
                            value)).orElse("-"), "`" + card.weightsSha256().substring(0, 12) + "…`"));
        }
    }
}
