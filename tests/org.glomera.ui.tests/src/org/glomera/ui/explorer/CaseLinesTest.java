package org.glomera.ui.explorer;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.properties;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.viewers.StructuredSelection;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.study.CaseFile;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Samples;
import org.glomera.ui.Workbench;
import org.glomera.ui.studies.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines below a case in the explorer. */
class CaseLinesTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    @Test
    void imagesAndDelineations_standBelowTheirCase() throws Exception {
        StudyFolder study = open();
        waitForLine("CT  10 \u00d7 8 \u00d7 4, 1.50 \u00d7 2.00 \u00d7 3.25 mm");
        // 240 and 80 voxels of 9.75 cubic millimetres are 2.34 and 0.78 ml
        waitForLine("Kidneys on CT  right 2\u00a0ml, left 1\u00a0ml");
        Samples.addRun(study, "hybrid");
        Path segmentation = study.segmentationFile("hybrid", "p7");
        Files.createDirectories(segmentation.getParent());
        NiftiFiles.write(segmentation, NiftiFiles.readLabelMap(study.caseFile("p7", CaseFile.KIDNEYS_CT)));
        waitForLine("Network hybrid  right 2\u00a0ml, left 1\u00a0ml");
    }

    @Test
    void fileThatVanished_isSaidInItsLine() throws Exception {
        StudyFolder study = open();
        waitForLine("CT  10 \u00d7 8 \u00d7 4");
        Files.delete(study.caseFile("p7", CaseFile.CT));
        waitForLine("CT  'ct.nii.gz' is gone or cannot be read");
    }

    @Test
    void selectedLine_showsItsFileInTheProperties() throws Exception {
        StudyFolder study = open();
        waitForLine("CT  10 \u00d7 8 \u00d7 4");
        onUiThread(() -> {
            Object line = Workbench.explorer().getTree().getItem(0).getItem(0).getItem(0).getItem(0).getData();
            Workbench.explorer().setSelection(new StructuredSelection(line));
            return null;
        });
        String file = study.caseFile("p7", CaseFile.CT).toString();
        waitUntil(() -> properties().contains("CT: File = " + file), () -> String.join("\n", properties()));
    }

    private StudyFolder open() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        Samples.addCaseWithImages(study, "p7");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("p7");
        return study;
    }
}
