package org.glomera.ui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.glomera.ui.scene.SceneViewPart;
import org.glomera.ui.viewer.SliceInput;

/** Opens, detaches and closes the 3D view 200 times, and tells the memory of the process after every twenty. */
final class SoakStep {

    private static final int ROUNDS = Integer.getInteger("glomera.bench.rounds", 200);
    private static final int EVERY = 20;
    /** A phantom of the demo's size; the large case takes seconds to read each time. */
    private static final String CASE = "TE001";
    private static final double KB_PER_MB = 1024;

    private SoakStep() {
    }

    static void run(Window window, Path folder, List<Measured> results) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            SceneViewPart view = SceneStep.open(window, new SliceInput(folder.resolve("training"), CASE, ""));
            if (round % 2 == 0) {
                detach(window, view);
            }
            window.call(() -> {
                Window.page().hideView(view);
                return null;
            });
            if (round == 1 || round % EVERY == 0) {
                System.gc();
                results.add(new Measured("memory of the process after the 3D view was closed " + round + " times",
                        residentKb() / KB_PER_MB, "MB"));
            }
        }
    }

    private static void detach(Window window, SceneViewPart view) throws Exception {
        window.call(() -> {
            EModelService models = Window.page().getWorkbenchWindow().getService(EModelService.class);
            MPart part = view.getSite().getService(MPart.class);
            models.detach(part.getCurSharedRef() == null ? part : part.getCurSharedRef(), 100, 100, 700, 500);
            return null;
        });
        window.waitFor("the detached view", 60, view::isAtRest);
    }

    /** The resident size of this process as Linux counts it. */
    private static long residentKb() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).findFirst().orElseThrow();
        }
    }
}
