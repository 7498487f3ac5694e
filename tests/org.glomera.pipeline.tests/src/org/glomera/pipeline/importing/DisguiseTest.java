package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.study.Role;
import org.junit.jupiter.api.Test;

/** Patients whose identifiers stand in the names of files and folders. */
class DisguiseTest {

    private static final Path FOLDER = Path.of("/images").toAbsolutePath();

    /** A toolkit whose files all name one person. */
    private record Named(String name) implements DicomToolkit {
        @Override
        public DataSet read(Path file, ReadExtent extent) throws GlomeraException {
            return new DataSet().put(Tag.PATIENT_NAME, name);
        }

        @Override
        public void write(DataSet dataSet, OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }

    private static Disguise of(String patientId, String name) throws GlomeraException {
        DicomSeries series = new DicomSeries("CT", "1.2", "1.3", "1.4", patientId, "",
                List.of(new DicomInstance(FOLDER.resolve("a.dcm"), "1.5")));
        ImportSource source = new ImportSource(List.of(FOLDER), new Discovery(List.of(series), List.of()), Map.of(),
                List.of(), ListedFiles.of(List.of(), List.of(), new ImageFiles(List.of())));
        return Disguise.of(source, List.of(new Patient("P007", Role.UNASSIGNED, List.of(series), Map.of(), List.of())),
                new Named(name));
    }

    @Test
    void identifiersAndNames_becomeThePseudonymInPathsAndSentences() throws GlomeraException {
        Disguise disguise = of("4711-X", "Muster^Eva");
        assertEquals("P007/ct.dcm", disguise.path(FOLDER.resolve("4711-X/ct.dcm")));
        assertEquals("P007_P007.dcm cannot be used.", disguise.text(FOLDER + "/muster_EVA.dcm cannot be used."));
        assertEquals("P007 evaluates", disguise.text("Eva evaluates"));
    }

    @Test
    void whatStandsForNobody_staysInSentences() throws GlomeraException {
        Disguise disguise = of("patient", "Anonymous^Test");
        assertEquals("It refers to no image of this patient; a test.",
                disguise.text("It refers to no image of this patient; a test."));
    }
}
