package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.SurfaceExport;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.render.layers.Surfaces;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.RenderEngines;
import org.glomera.render.surface.Fidelity;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The surfaces of a case's kidneys. */
@Command(name = "surfaces", header = "Make the surfaces of a case's kidneys, measure them and write them to files.",
        description = {"",
                "One surface for each delineation, manual and of every network, and each kidney, smoothed and thinned out"
                        + " without leaving the voxels. The table says how far a surface lies from the surface of its"
                        + " voxels, and how far from the manual one. Files are in millimetres in DICOM LPS; ply and vtp"
                        + " hold the signed distance to the manual surface at each vertex (distance_mm, positive outside)."
                        + " No display is needed.", ""})
public final class SurfacesTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Parameters(index = "1", paramLabel = "CASE", description = "Identifier of the case.")
    private String caseId;

    @Option(names = {"-o", "--out"}, paramLabel = "FOLDER",
            description = "Where to write the surfaces and surfaces.csv. Default: nothing is written.")
    private Path out;

    @Option(names = "--format", paramLabel = "stl|ply|vtp", defaultValue = "stl",
            description = "The format of the files. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--reference", paramLabel = "ID", defaultValue = "",
            description = "The delineation to measure against: kidneys_ct, kidneys_spect or run/NAME. Default: the manual"
                    + " one on the CT, else that on the SPECT.")
    private String reference;

    @Option(names = "--steps", description = "Leave every voxel's steps: neither smooth nor thin out.")
    private boolean steps;

    /** Makes the task. */
    public SurfacesTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        MeshFormat wanted = MeshFormat.ofExtension(format).orElseThrow(() -> new GlomeraException(Kind.CONFIGURATION,
                "'" + format + "' is not a format of surfaces; stl, ply and vtp are."));
        SurfaceExport export = new SurfaceExport(new Surfaces(engine().surfaces()));
        context.cancellable(monitor -> {
            ViewedCase viewed = ViewedCaseReader.read(study.folder(), caseId, "", monitor);
            viewed.delineations().stream().filter(each -> !each.isDrawn())
                    .forEach(each -> context.terminal().message("No surface of " + each.title() + ": " + each.why()));
            List<SurfaceExport.Row> rows = export.rows(viewed, reference,
                    steps ? SurfaceOptions.none() : SurfaceOptions.defaults(), monitor);
            print(rows);
            if (out != null) {
                Path folder = out.toAbsolutePath().normalize();
                List<Path> files = export.write(caseId, rows, folder, wanted, monitor);
                context.terminal().result(files.size() + " surfaces and " + SurfaceExport.TABLE + " in " + folder);
            }
            return null;
        });
        return 0;
    }

    static RenderEngine engine() throws GlomeraException {
        return RenderEngines.first().orElseThrow(() -> new GlomeraException(Kind.MISSING_COMPONENT,
                "No plug-in that makes surfaces is installed. Install the program with org.glomera.render.vtk."));
    }

    private void print(List<SurfaceExport.Row> rows) {
        context.terminal().result("%-22s %-5s %8s %9s   %-17s   %-25s".formatted("", "", "voxels", "surface",
                "to its voxels, mm", "to the reference, mm"));
        context.terminal().result("%-22s %-5s %8s %9s   %8s %8s   %8s %8s %8s".formatted("delineation", "side", "ml",
                "ml", "mean", "largest", "mean", "95 %", "largest"));
        for (SurfaceExport.Row row : rows) {
            Delineation delineation = row.delineation();
            Fidelity fidelity = row.surface().fidelity();
            String title = delineation.title().length() > 22 ? delineation.title().substring(0, 21) + "…"
                    : delineation.title();
            context.terminal().result(String.format(Locale.ROOT, "%-22s %-5s %8.1f %9.1f   %8.2f %8.2f   %s", title,
                    row.surface().side().word(), fidelity.maskMl(), fidelity.meshMl(), fidelity.meanMm(),
                    fidelity.largestMm(), row.toReference().map(apart -> String.format(Locale.ROOT,
                            "%8.2f %8.2f %8.2f", apart.meanMm(), apart.percentile95Mm(), apart.largestMm()))
                            .orElse("")).stripTrailing());
        }
    }
}
