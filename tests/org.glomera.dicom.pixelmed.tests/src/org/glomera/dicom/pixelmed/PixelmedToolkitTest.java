package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.ContourRasteriser;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.RtStructReader;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.StructureSet;
import org.glomera.dicom.Uids;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkits;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelmedToolkitTest {

    /** Decimal strings of 16 characters keep at least 1e-11 of a coordinate of some hundred millimetres. */
    private static final double DECIMAL_STRING_MM = 1e-8;

    @TempDir
    private Path folder;

    private final PixelmedToolkit toolkit = new PixelmedToolkit();

    @Test
    void eachKindOfValue_comesBack() throws IOException, GlomeraException {
        DataSet written = new DataSet().put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .put(Tag.SOP_CLASS_UID, Uids.CT_IMAGE).put(Tag.SOP_INSTANCE_UID, "2.25.1")
                .put(Tag.PATIENT_NAME, "Ågren^Jürgen").put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .putEmpty(Tag.PATIENT_SEX).put(Tag.PIXEL_SPACING, 0.1, -1e-7).put(Tag.SERIES_NUMBER, -12)
                .put(Tag.ROWS, 65535).put(Tag.FRAME_INCREMENT_POINTER, 0x00540080)
                .put(Tag.REAL_WORLD_VALUE_SLOPE, Math.PI)
                .putItems(Tag.DETECTOR_INFORMATION_SEQUENCE,
                        new DataSet().put(Tag.COLLIMATOR_TYPE, "PARA"), new DataSet())
                .putBytes(Tag.PIXEL_DATA, new byte[] {1, (byte) 0xff, (byte) 0x80, 0});
        DataSet read = toolkit.read(write("a.dcm", written), ReadExtent.ALL);
        assertEquals(List.of("Ågren^Jürgen"), read.texts(Tag.PATIENT_NAME));
        assertEquals(List.of("ORIGINAL", "PRIMARY", "AXIAL"), read.texts(Tag.IMAGE_TYPE));
        assertTrue(read.has(Tag.PATIENT_SEX) && read.text(Tag.PATIENT_SEX).isEmpty());
        assertArrayEquals(new double[] {0.1, -1e-7}, read.numbers(Tag.PIXEL_SPACING));
        assertEquals(-12, read.integer(Tag.SERIES_NUMBER).orElseThrow());
        assertEquals(65535, read.integer(Tag.ROWS).orElseThrow());
        assertEquals(0x00540080, read.integer(Tag.FRAME_INCREMENT_POINTER).orElseThrow());
        assertEquals(Math.PI, read.number(Tag.REAL_WORLD_VALUE_SLOPE).orElseThrow());
        assertEquals("PARA",
                read.items(Tag.DETECTOR_INFORMATION_SEQUENCE).get(0).text(Tag.COLLIMATOR_TYPE).orElseThrow());
        assertEquals(2, read.items(Tag.DETECTOR_INFORMATION_SEQUENCE).size());
        assertArrayEquals(new byte[] {1, (byte) 0xff, (byte) 0x80, 0}, read.bytes(Tag.PIXEL_DATA).orElseThrow());
    }

    @Test
    void header_hasNoPixelData() throws GlomeraException {
        Samples samples = new Samples(folder);
        DataSet header = toolkit.read(samples.ct.files().get(0), ReadExtent.HEADER);
        assertFalse(header.has(Tag.PIXEL_DATA));
        assertEquals(8, header.integer(Tag.ROWS).orElseThrow());
    }

    @Test
    void sameDataSet_givesTheSameBytes() throws GlomeraException, IOException {
        Samples one = new Samples(folder.resolve("1"));
        Samples two = new Samples(folder.resolve("2"));
        for (int i = 0; i < one.ct.files().size(); i++) {
            assertArrayEquals(Files.readAllBytes(one.ct.files().get(i)), Files.readAllBytes(two.ct.files().get(i)));
        }
        assertArrayEquals(Files.readAllBytes(one.nm.files().get(0)), Files.readAllBytes(two.nm.files().get(0)));
        assertArrayEquals(Files.readAllBytes(one.onCt), Files.readAllBytes(two.onCt));
    }

    @Test
    void study_comesBackUnchangedThroughFiles() throws GlomeraException {
        Samples samples = new Samples(folder);
        Discovery found = new DicomDiscovery(toolkit).discover(folder, null);
        assertEquals(List.of(), found.leftOut());
        Volume ct = new CtReader(toolkit).read(found.ofModality("CT").get(0), null).volume();
        assertArrayEquals(Samples.ct().values(), ct.values());
        assertTrue(ct.grid().isSameAs(Samples.CT_GRID, DECIMAL_STRING_MM));
        Volume nm = new NmReader(toolkit).read(found.ofModality("NM").get(0), SpectRules.asStored(), null).volume();
        assertArrayEquals(Samples.spect().values(), nm.values());
        assertTrue(nm.grid().isSameAs(Samples.SPECT_GRID, DECIMAL_STRING_MM));
        assertArrayEquals(Samples.labels(Samples.CT_GRID).labels(), rasterised(samples.onCt, ct).labels());
        assertArrayEquals(Samples.labels(Samples.SPECT_GRID).labels(), rasterised(samples.onNm, nm).labels());
        assertEquals("SECRET-ID", found.series().get(0).patientId());
    }

    @Test
    void severalThreads_readTheSame() throws GlomeraException, InterruptedException, ExecutionException {
        Samples samples = new Samples(folder);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Volume>> reads = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                reads.add(threads.submit(() -> new CtReader(toolkit)
                        .read(new DicomDiscovery(toolkit).discover(samples.ct.files().get(0).getParent(), null)
                                .series().get(0), null).volume()));
            }
            for (Future<Volume> read : reads) {
                assertArrayEquals(Samples.ct().values(), read.get().values());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void missingFile_isNamed() {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> toolkit.read(folder.resolve("none.dcm"), ReadExtent.ALL));
        assertTrue(problem.getMessage().contains("none.dcm"), problem.getMessage());
    }

    @Test
    void dataSetWithoutIdentity_isADefectOfTheCaller() {
        assertThrows(IllegalArgumentException.class,
                () -> toolkit.write(new DataSet().put(Tag.MODALITY, "CT"), new ByteArrayOutputStream()));
    }

    @Test
    void toolkit_isFoundThroughItsExtensionPoint() throws GlomeraException {
        assumeTrue(RegistryFactory.getRegistry() != null, "No OSGi platform runs, so there are no extensions.");
        assertEquals(PixelmedToolkit.class, DicomToolkits.preferred().getClass());
    }

    @Test
    void aToolkitThatIsAskedForAndNotInstalled_isAnError() {
        assumeTrue(RegistryFactory.getRegistry() != null, "No OSGi platform runs, so there are no extensions.");
        System.setProperty(DicomToolkits.PROPERTY, "nobodys");
        try {
            GlomeraException problem = assertThrows(GlomeraException.class, DicomToolkits::chosen);
            assertTrue(problem.getMessage().contains("'nobodys'"), problem.getMessage());
        } finally {
            System.clearProperty(DicomToolkits.PROPERTY);
        }
    }

    @Test
    void theChosenToolkit_saysWhichItIs() throws GlomeraException {
        assumeTrue(RegistryFactory.getRegistry() != null, "No OSGi platform runs, so there are no extensions.");
        assertEquals("pixelmed", DicomToolkits.chosen().id());
        assertEquals("PixelMed", DicomToolkits.chosen().name());
    }

    private LabelMap rasterised(Path file, Volume image) throws GlomeraException {
        StructureSet set = new RtStructReader(toolkit).read(file);
        return ContourRasteriser.rasterise(set, KidneyStructures.COMMON_NAMES.require(set), image.grid());
    }

    private Path write(String name, DataSet dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        toolkit.write(dataSet, out);
        return Files.write(folder.resolve(name), out.toByteArray());
    }
}
