package org.glomera.pipeline.viewing;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.layers.Surfaces;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.surface.Fidelity;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceOptions;

/**
 * Makes the surfaces of a case's kidneys in all its delineations, measures them against a reference delineation and
 * writes them to files. Stateless but for the surfaces that are kept.
 */
public final class SurfaceExport {

    /** The table of what was measured, beside the surfaces. */
    public static final String TABLE = "surfaces.csv";

    private static final double RANGE_MM = 5;
    private static final double PERCENTILE = 0.95;
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\n").build();

    private final Surfaces surfaces;

    /**
     * One surface.
     *
     * @param delineation where it comes from
     * @param surface the surface
     * @param toReference how far it is from the same kidney of the reference; empty for the reference itself and where
     *        the reference lacks that kidney
     */
    public record Row(Delineation delineation, KidneySurface surface, Optional<Apart> toReference) {

        /** Refuses missing parts. */
        public Row {
            Objects.requireNonNull(delineation);
            Objects.requireNonNull(surface);
            Objects.requireNonNull(toReference);
        }
    }

    /**
     * How far two surfaces are apart, in millimetres, over the vertices of both: from each to the nearest point of the
     * other surface.
     *
     * @param signedMm the signed distances of the vertices of the first surface, positive outside the reference; not to
     *        be written to
     * @param meanMm mean of both directions
     * @param percentile95Mm 95 % of all vertices are at most so far from the other surface
     * @param largestMm the largest distance (Hausdorff distance, taken at the vertices)
     */
    public record Apart(float[] signedMm, double meanMm, double percentile95Mm, double largestMm) {
    }

    /** Makes an export that uses these surfaces. */
    public SurfaceExport(Surfaces surfaces) {
        this.surfaces = Objects.requireNonNull(surfaces);
    }

    /**
     * The surfaces of all delineations that there are, right kidney first.
     *
     * @param referenceId id of the delineation to measure against; empty: the manual one on the CT, else that on the
     *        SPECT, else none
     * @throws GlomeraException when no delineation has that id, or a surface cannot be made
     */
    public List<Row> rows(ViewedCase viewed, String referenceId, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        Optional<Delineation> reference = reference(viewed, referenceId);
        List<Delineation> owners = new ArrayList<>();
        List<Surfaces.Wanted> wanted = new ArrayList<>();
        for (Delineation each : viewed.delineations()) {
            for (Side side : each.isDrawn() ? Side.values() : new Side[0]) {
                owners.add(each);
                wanted.add(new Surfaces.Wanted(each.labels().orElseThrow(), side));
            }
        }
        List<Optional<KidneySurface>> made = surfaces.all(wanted, options, progress.split(1));
        List<Row> rows = new ArrayList<>();
        SubMonitor measuring = SubMonitor.convert(progress.split(1), made.size());
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i).isPresent()) {
                KidneySurface surface = made.get(i).get();
                Optional<Apart> apart = reference.isPresent() && !reference.get().equals(owners.get(i))
                        ? apart(surface, reference.get().labels().orElseThrow(), options, measuring.split(1))
                        : Optional.empty();
                rows.add(new Row(owners.get(i), surface, apart));
            }
        }
        return rows;
    }

    private static Optional<Delineation> reference(ViewedCase viewed, String id) throws GlomeraException {
        List<Delineation> drawn = viewed.delineations().stream().filter(Delineation::isDrawn).toList();
        if (id.isEmpty()) {
            return drawn.stream().filter(each -> each.isManual()).findFirst();
        }
        Optional<Delineation> found = drawn.stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, "The case " + viewed.caseId() + " has no delineation '" + id
                    + "' to measure against. It has: "
                    + String.join(", ", drawn.stream().map(Delineation::id).toList()) + ".");
        }
        return found;
    }

    private Optional<Apart> apart(KidneySurface surface, LabelMap reference, SurfaceOptions options,
            IProgressMonitor monitor) throws GlomeraException {
        Optional<KidneySurface> to = surfaces.of(reference, surface.side(), options, monitor);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        Mesh mesh = to.get().mesh();
        float[] there = surfaces.distancesMm(surface.mesh(), mesh, monitor);
        float[] back = surfaces.distancesMm(mesh, surface.mesh(), monitor);
        double[] all = new double[there.length + back.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.abs(i < there.length ? there[i] : back[i - there.length]);
        }
        Arrays.sort(all);
        double mean = (mean(there) + mean(back)) / 2;
        return Optional.of(new Apart(there, mean, all[(int) Math.ceil(PERCENTILE * all.length) - 1],
                all[all.length - 1]));
    }

    private static double mean(float[] signed) {
        double sum = 0;
        for (float each : signed) {
            sum += Math.abs(each);
        }
        return sum / signed.length;
    }

    /**
     * Writes a file for each surface, with the signed distance at each vertex where the format holds it, and the table.
     *
     * @return the files of the surfaces in the order of the rows
     * @throws GlomeraException when a file cannot be written
     */
    public List<Path> write(String caseId, List<Row> rows, Path folder, MeshFormat format, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, rows.size());
        List<Path> files = new ArrayList<>();
        for (Row row : rows) {
            Path file = folder.resolve(fileName(caseId, row, format));
            progress.subTask(file.getFileName().toString());
            Optional<Colouring> distances = row.toReference().map(apart -> new Colouring(apart.signedMm(), -RANGE_MM,
                    RANGE_MM, ColourMap.BLUE_RED, "Distance", "mm"));
            surfaces.maker().write(file, row.surface().mesh(), distances, format);
            files.add(file);
            progress.split(1);
        }
        writeTable(folder.resolve(TABLE), rows, files);
        return files;
    }

    private static String fileName(String caseId, Row row, MeshFormat format) {
        String delineation = row.delineation().id().replaceAll("[^A-Za-z0-9_.-]", "-");
        return caseId + "-" + delineation + "-" + row.surface().side().word() + "." + format.extension();
    }

    private static void writeTable(Path table, List<Row> rows, List<Path> files) throws GlomeraException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
            csv.printRecord("file", "delineation", "side", "mask_ml", "surface_ml", "triangles", "to_voxels_mean_mm",
                    "to_voxels_largest_mm", "to_reference_mean_mm", "to_reference_95_percent_mm",
                    "to_reference_largest_mm");
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                Fidelity fidelity = row.surface().fidelity();
                Optional<Apart> apart = row.toReference();
                csv.printRecord(files.get(i).getFileName(), row.delineation().id(), row.surface().side().word(),
                        number(fidelity.maskMl()), number(fidelity.meshMl()), fidelity.trianglesAfter(),
                        number(fidelity.meanMm()), number(fidelity.largestMm()),
                        apart.map(each -> number(each.meanMm())).orElse(""),
                        apart.map(each -> number(each.percentile95Mm())).orElse(""),
                        apart.map(each -> number(each.largestMm())).orElse(""));
            }
            csv.flush();
            AtomicFiles.writeString(table, text.toString());
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The table could not be written to " + table + ": "
                    + e.getMessage() + ". Check that the folder may be written to and that the disk is not full.", e);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
