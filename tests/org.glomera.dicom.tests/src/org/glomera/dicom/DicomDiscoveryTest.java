package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomDiscoveryTest {

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private final DicomWriter writer = new DicomWriter(toolkit);

    @Test
    void tree_isGroupedBySeries() throws GlomeraException {
        WrittenImage ct = writer.writeCt(folder.resolve("a/b/ct"), Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.CT, null);
        WrittenImage nm = writer.writeNm(folder.resolve("a/nm.dcm"), Phantoms.spect(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.NM, null);
        Discovery found = discover();
        assertEquals(2, found.series().size());
        DicomSeries ctSeries = found.ofModality("CT").get(0);
        assertEquals(ct.files(), ctSeries.files());
        assertEquals(ct.reference().seriesInstanceUid(), ctSeries.seriesInstanceUid());
        assertEquals(Phantoms.STUDY.frameOfReferenceUid(), ctSeries.frameOfReferenceUid());
        assertEquals("SECRET-ID", ctSeries.patientId());
        assertEquals(nm.files(), found.ofModality("NM").get(0).files());
        assertEquals(List.of(), found.leftOut());
    }

    @Test
    void pixelData_areNotRead() throws GlomeraException {
        writer.writeCt(folder.resolve("ct"), Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY, Phantoms.CT, null);
        discover();
        assertEquals(0, toolkit.pixelReads());
        assertEquals(5, toolkit.reads());
    }

    @Test
    void fileOfNoUse_isLeftOutWithItsReason() throws GlomeraException, IOException {
        Files.writeString(folder.resolve("notes.txt"), "not DICOM");
        LeftOut left = discover().leftOut().get(0);
        assertEquals(folder.resolve("notes.txt"), left.path());
        assertTrue(left.reason().contains("not a DICOM file"), left.reason());
    }

    @Test
    void copyOfAnObject_isLeftOut() throws GlomeraException, IOException {
        DataSet dataSet = object("1.2.3.4");
        toolkit.add(folder.resolve("a.dcm"), dataSet);
        toolkit.add(folder.resolve("b.dcm"), dataSet);
        Discovery found = discover();
        assertEquals(List.of(folder.resolve("a.dcm")), found.series().get(0).files());
        assertTrue(found.leftOut().get(0).reason().contains("a.dcm"), found.leftOut().get(0).reason());
    }

    @Test
    void objectWithoutSeries_isLeftOut() throws GlomeraException, IOException {
        toolkit.add(folder.resolve("a.dcm"), object("1.2.3.4").put(Tag.SERIES_INSTANCE_UID, ""));
        assertTrue(discover().leftOut().get(0).reason().contains("(0020,000E)"));
    }

    @Test
    void directoryOfAMedium_isLeftOut() throws GlomeraException, IOException {
        toolkit.add(folder.resolve("DICOMDIR"), new DataSet().put(Tag.SOP_CLASS_UID, Uids.DIRECTORY));
        assertTrue(discover().leftOut().get(0).reason().contains("directory of a medium"));
    }

    @Test
    void leftoverOfAnInterruptedWriting_isLeftOut() throws GlomeraException, IOException {
        toolkit.add(folder.resolve(".ct.0a1b.part/0001.dcm"), object("1.2.3.4"));
        Discovery found = discover();
        assertEquals(List.of(), found.series());
        assertTrue(found.leftOut().get(0).reason().contains("interrupted"));
    }

    @Test
    void manyFiles_comeInTheOrderOfTheirPathsWhateverTheThreads() throws GlomeraException, IOException {
        for (int i = 0; i < 300; i++) {
            toolkit.add(folder.resolve("%03d.dcm".formatted(i)), object("1.2.3.4." + (300 - i)));
        }
        List<Path> files = discover().series().get(0).files();
        assertEquals(files.stream().sorted().toList(), files);
        assertEquals(300, files.size());
    }

    @Test
    void missingFolder_isNamed() {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> new DicomDiscovery(toolkit).discover(folder.resolve("none"), null));
        assertTrue(problem.getMessage().contains("none"), problem.getMessage());
    }

    @Test
    void cancel_endsTheSearch() throws IOException {
        toolkit.add(folder.resolve("a.dcm"), object("1.2.3.4"));
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> new DicomDiscovery(toolkit).discover(folder, monitor));
    }

    @Test
    void reasons_holdNoPatient() throws GlomeraException, IOException {
        toolkit.add(folder.resolve("a.dcm"), object("1.2.3.4").put(Tag.MODALITY, ""));
        assertFalse(discover().leftOut().toString().contains("SECRET"));
    }

    private Discovery discover() throws GlomeraException {
        return new DicomDiscovery(toolkit).discover(folder, null);
    }

    private static DataSet object(String instance) {
        return new DataSet().put(Tag.SOP_CLASS_UID, Uids.CT_IMAGE).put(Tag.SOP_INSTANCE_UID, instance)
                .put(Tag.STUDY_INSTANCE_UID, "1.2").put(Tag.SERIES_INSTANCE_UID, "1.2.3").put(Tag.MODALITY, "CT")
                .put(Tag.PATIENT_ID, "SECRET-ID").put(Tag.PATIENT_NAME, "SECRET^NAME");
    }
}
