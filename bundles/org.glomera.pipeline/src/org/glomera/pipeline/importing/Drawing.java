package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DrawnKidneys;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.KidneysOnImage;
import org.glomera.dicom.StructureSet;
import org.glomera.pipeline.ListedCase.ListedKidneys;
import org.glomera.pipeline.work.Hashes;

/** The delineation on one image of a case, before it is imported. */
sealed interface Drawing {

    /** The file that holds it. */
    Path file();

    /** What it is, for provenance: {@code rtstruct}, {@code seg} or {@code file}. */
    String kind();

    /** Its files, in the order in which their bytes count. */
    List<Path> files();

    /** What stands for its content. */
    List<String> content() throws GlomeraException;

    /**
     * The kidneys on the grid of the image.
     *
     * @throws GlomeraException when no kidney is found, or they do not lie on the image
     */
    KidneysOnImage kidneys(Grid grid, KidneyStructures names, Readers readers, IProgressMonitor monitor)
            throws GlomeraException;

    /**
     * An RTSTRUCT or a SEG.
     *
     * @param drawn what the file says
     * @param image the image that it was drawn on
     * @param choice why it was taken of several; empty when it is the only one
     */
    record Dicom(DrawnKidneys drawn, DicomSeries image, List<String> choice) implements Drawing {

        /** Refuses missing parts. */
        public Dicom {
            Objects.requireNonNull(drawn);
            Objects.requireNonNull(image);
            choice = List.copyOf(choice);
        }

        @Override
        public Path file() {
            return drawn.file();
        }

        @Override
        public String kind() {
            return drawn instanceof StructureSet ? "rtstruct" : "seg";
        }

        @Override
        public List<Path> files() {
            return List.of(drawn.file());
        }

        @Override
        public List<String> content() {
            return drawn.contentTexts();
        }

        @Override
        public KidneysOnImage kidneys(Grid grid, KidneyStructures names, Readers readers, IProgressMonitor monitor)
                throws GlomeraException {
            List<String> remarks = new ArrayList<>(choice);
            remarks.addAll(drawn.requireFrameOf(image));
            KidneysOnImage kidneys = drawn.onto(grid, names, monitor);
            remarks.addAll(kidneys.remarks());
            return new KidneysOnImage(kidneys.kidneys(), kidneys.taken(), remarks);
        }
    }

    /**
     * Labels in a file that is no DICOM.
     *
     * @param drawn which file, and which labels are the kidneys
     */
    record Labels(ListedKidneys drawn) implements Drawing {

        /** Refuses missing parts. */
        public Labels {
            Objects.requireNonNull(drawn);
        }

        @Override
        public Path file() {
            return drawn.file();
        }

        @Override
        public String kind() {
            return ImageSource.ListedFile.KIND;
        }

        @Override
        public List<Path> files() {
            return ImageFileParts.of(drawn.file());
        }

        /** What the user said about the labels. */
        String said() {
            return drawn.both().isEmpty() ? "right " + drawn.right() + ", left " + drawn.left()
                    : "kidneys " + drawn.both() + ", sides by place";
        }

        @Override
        public List<String> content() throws GlomeraException {
            return List.of(Hashes.of(files()), said());
        }

        @Override
        public KidneysOnImage kidneys(Grid grid, KidneyStructures names, Readers readers, IProgressMonitor monitor)
                throws GlomeraException {
            return readers.files().kidneys(drawn, grid, monitor);
        }
    }
}
