package org.glomera.pipeline.exporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.StructureSetDescription;
import org.glomera.image.ImageReader;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.DelineationRequest.Kidneys;
import org.glomera.pipeline.DelineationRequest.LabelFile;
import org.glomera.pipeline.DelineationRequest.OfStudy;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.RegistrationState;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;

/** Reads the kidneys that are to be exported: of them, the first that fits the image is meant. */
final class DelineatedKidneysReader {

    private final Components components;

    DelineatedKidneysReader(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    List<DelineatedKidneys> read(Kidneys kidneys, IProgressMonitor monitor) throws GlomeraException {
        if (kidneys instanceof LabelFile file) {
            return List.of(ofFile(file, monitor));
        }
        return ofStudy((OfStudy) kidneys, monitor);
    }

    private DelineatedKidneys ofFile(LabelFile request, IProgressMonitor monitor) throws GlomeraException {
        LabelMap all = labels(request.file(), monitor);
        byte[] kidneys = new byte[all.labels().length];
        for (int i = 0; i < kidneys.length; i++) {
            int label = all.labels()[i] & 0xff;
            kidneys[i] = (byte) (label == request.right() ? Side.RIGHT.label()
                    : label == request.left() ? Side.LEFT.label() : 0);
        }
        LabelMap found = new LabelMap(all.grid(), kidneys);
        if (found.count(Side.RIGHT) + found.count(Side.LEFT) == 0) {
            throw new GlomeraException(Kind.INPUT, "The label map " + request.file() + " has no voxel with the label "
                    + request.right() + " (right kidney) or " + request.left() + " (left kidney). Name its labels.");
        }
        return new DelineatedKidneys(request.file().toString(), found, request.algorithm(), List.of());
    }

    private LabelMap labels(Path file, IProgressMonitor monitor) throws GlomeraException {
        if (!Files.isRegularFile(file)) {
            throw new GlomeraException(Kind.INPUT, "The label map " + file + " is not there. Check the path.");
        }
        String name = file.getFileName().toString();
        if (name.endsWith(".nii") || name.endsWith(".nii.gz")) {
            return NiftiFiles.readLabelMap(file, monitor);
        }
        for (ImageReader reader : components.imageReaders()) {
            if (reader.supports(file).supported()) {
                List<LabelMap> maps = reader.read(file, monitor).labelMaps();
                if (maps.size() != 1) {
                    throw new GlomeraException(Kind.INPUT, "The file " + file + " holds " + maps.size()
                            + " label maps; one is needed. Give a file with whole numbers from 0 to 255.");
                }
                return maps.get(0);
            }
        }
        throw new GlomeraException(Kind.INPUT, "The file " + file + " is of no kind that is read as a label map. Give a "
                + "NIfTI file.");
    }

    private static List<DelineatedKidneys> ofStudy(OfStudy request, IProgressMonitor monitor)
            throws GlomeraException {
        StudyFolder study = StudyFolder.open(request.studyFolder());
        CaseInfo info = study.requireCase(request.caseId());
        List<DelineatedKidneys> found = new ArrayList<>();
        if (request.run().isPresent()) {
            RunInfo run = study.readRun(request.run().get());
            Path file = study.segmentationFile(run.name(), info.id());
            if (!Files.isRegularFile(file)) {
                throw new GlomeraException(Kind.INPUT, "The run " + run.name() + " has no segmentation of the case "
                        + info.id() + ". Evaluate the run first.");
            }
            found.add(new DelineatedKidneys(file.toString(), NiftiFiles.readLabelMap(file, monitor),
                    shortened("Glomera " + run.title()), List.of()));
        } else {
            for (CaseFile each : List.of(CaseFile.KIDNEYS_CT, CaseFile.KIDNEYS_SPECT)) {
                if (info.has(each)) {
                    Path file = study.caseFile(info.id(), each);
                    found.add(new DelineatedKidneys(file.toString(), NiftiFiles.readLabelMap(file, monitor), "",
                            List.of()));
                }
            }
        }
        if (found.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "Nobody delineated the kidneys of the case " + info.id()
                    + ". Name a run whose segmentation is meant.");
        }
        Optional<CaseRegistration> moved = CaseRegistration.read(study, info.id())
                .filter(each -> each.state() == RegistrationState.APPLIED);
        for (DelineatedKidneys each : moved.isPresent() ? List.copyOf(found) : List.<DelineatedKidneys>of()) {
            found.add(movedBack(each, moved.get()));
        }
        return found;
    }

    private static String shortened(String name) {
        int most = StructureSetDescription.ALGORITHM_LENGTH;
        return name.length() <= most ? name : name.substring(0, most);
    }

    /** The same voxels where the SPECT lay when it was imported: there its files lie. */
    private static DelineatedKidneys movedBack(DelineatedKidneys kidneys, CaseRegistration registration) {
        List<List<Double>> rows = registration.spectToCtMm();
        Vector3[] columns = new Vector3[4];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Vector3(rows.get(0).get(i), rows.get(1).get(i), rows.get(2).get(i));
        }
        Affine3 back = new Affine3(columns[0], columns[1], columns[2], columns[3]).inverse();
        Grid grid = kidneys.labels().grid();
        Grid original = new Grid(grid.nx(), grid.ny(), grid.nz(), back.after(grid.voxelToPatientMm()));
        return new DelineatedKidneys(kidneys.name(), new LabelMap(original, kidneys.labels().labels()),
                kidneys.algorithm(), List.of("The SPECT of the case was brought onto its CT; the delineation was "
                        + "written where the SPECT's own files lie."));
    }
}
