package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.pipeline.ListedCase.ListedImage;
import org.glomera.pipeline.work.Hashes;

/** An image of a case before it is imported. */
sealed interface ImageSource {

    /** What it is, for provenance: {@code ct}, {@code nm}, {@code pt}, or {@code file}. */
    String kind();

    /** Its files, in the order in which their bytes count. */
    List<Path> files();

    /** The folder or file by which messages name it. */
    Path where();

    /** What stands for the image: another image has another one. */
    String identity() throws GlomeraException;

    /** What stands for the image and all of its content. */
    List<String> content() throws GlomeraException;

    /** What stands for the study that it belongs to; empty when that is not known. */
    Optional<String> studyIdentity();

    /**
     * A DICOM series, or a part of one.
     *
     * @param series the series
     */
    record Series(DicomSeries series) implements ImageSource {

        /** Refuses missing parts. */
        public Series {
            Objects.requireNonNull(series);
        }

        @Override
        public String kind() {
            return series.modality().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Path> files() {
            return series.files();
        }

        @Override
        public Path where() {
            return series.files().size() == 1 ? series.files().get(0) : series.folder();
        }

        @Override
        public String identity() {
            return identityOf(series);
        }

        static String identityOf(DicomSeries series) {
            return series.part() == 0 ? series.seriesInstanceUid() : series.seriesInstanceUid() + "#" + series.part();
        }

        @Override
        public List<String> content() {
            List<String> texts = new ArrayList<>();
            texts.add(identity());
            series.instances().stream().map(DicomInstance::sopInstanceUid).sorted().forEach(texts::add);
            return texts;
        }

        @Override
        public Optional<String> studyIdentity() {
            return Optional.of(series.studyInstanceUid());
        }
    }

    /**
     * A file that is no DICOM.
     *
     * @param image which, and what its values are
     * @param quantity what the image is to be
     */
    record ListedFile(ListedImage image, Quantity quantity) implements ImageSource {

        static final String KIND = "file";

        /** Refuses missing parts. */
        public ListedFile {
            Objects.requireNonNull(image);
            Objects.requireNonNull(quantity);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<Path> files() {
            return ImageFileParts.of(image.file());
        }

        @Override
        public Path where() {
            return image.file();
        }

        @Override
        public String identity() throws GlomeraException {
            return Hashes.of(files());
        }

        /** What the user said about the values; empty when they are taken as they are. */
        String said() {
            return image.scale() == 1 && image.offset() == 0 ? "" : "values times " + image.scale() + " plus "
                    + image.offset();
        }

        @Override
        public List<String> content() throws GlomeraException {
            return List.of(KIND, identity(), String.valueOf(image.scale()), String.valueOf(image.offset()));
        }

        @Override
        public Optional<String> studyIdentity() {
            return Optional.empty();
        }
    }
}
