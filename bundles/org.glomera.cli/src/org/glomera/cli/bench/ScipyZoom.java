package org.glomera.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The same resampling by scipy.ndimage.zoom of order 1, in a Python of this machine.
 *
 * @param version of scipy
 * @param medianMs the median time
 * @param samples the result at every {@value #STEP}th voxel, x fastest
 */
public record ScipyZoom(String version, double medianMs, double[] samples) {

    static final int STEP = 16;
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private static final String SCRIPT = """
            import sys, time, numpy as np, scipy
            from scipy.ndimage import zoom
            nx, nz, size, repeats, step = map(int, sys.argv[1:])
            x = np.sin(np.arange(nx) / 40)
            y = np.sin(np.arange(nx) / 60)
            z = 1000 * np.cos(np.arange(nz) / 50)
            ct = (z[:, None, None] * y[None, :, None] * x[None, None, :]).astype(np.float32)
            times = []
            for i in range(repeats):
                start = time.perf_counter()
                out = zoom(ct, (size / nz, size / nx, size / nx), order=1, mode='nearest', grid_mode=True)
                times.append(1000 * (time.perf_counter() - start))
            assert out.shape == (size, size, size)
            print(scipy.__version__)
            print(sorted(times)[repeats // 2])
            print(*out[::step, ::step, ::step].ravel())
            """;

    /** Runs it; empty when no Python here has scipy. */
    public static Optional<ScipyZoom> run() throws IOException, InterruptedException {
        for (String python : PYTHONS) {
            Optional<ScipyZoom> result = run(python);
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    private static Optional<ScipyZoom> run(String python) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(python, "-c", SCRIPT, String.valueOf(ResampleBench.NX),
                    String.valueOf(ResampleBench.NZ), String.valueOf(ResampleBench.SIZE),
                    String.valueOf(ResampleBench.REPEATS), String.valueOf(STEP))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // this Python is not installed
            return Optional.empty();
        }
        try {
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            if (process.waitFor() != 0 || lines.size() < 3) {
                return Optional.empty();
            }
            return Optional.of(new ScipyZoom(lines.get(0), Double.parseDouble(lines.get(1)),
                    Arrays.stream(lines.get(2).split(" ")).mapToDouble(Double::parseDouble).toArray()));
        } finally {
            process.destroy();
        }
    }
}
