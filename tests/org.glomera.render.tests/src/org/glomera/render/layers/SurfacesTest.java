package org.glomera.render.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Surfaces are made once, and not for ever. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SurfacesTest {

    private final LayerSamples.Counting maker = new LayerSamples.Counting();
    private final NullProgressMonitor monitor = new NullProgressMonitor();

    private KidneySurface right(Surfaces surfaces, LabelMap labels, SurfaceOptions options) throws Exception {
        return surfaces.of(labels, Side.RIGHT, options, monitor).orElseThrow();
    }

    @Test
    void aSurface_isMadeOnceForAMaskASideAndOptions() throws Exception {
        Surfaces surfaces = new Surfaces(maker);
        LabelMap labels = LayerSamples.labels(true);
        KidneySurface first = right(surfaces, labels, SurfaceOptions.defaults());
        assertSame(first, right(surfaces, new LabelMap(labels.grid(), labels.labels()), SurfaceOptions.defaults()));
        assertEquals(List.of("surface right"), maker.asked);
        right(surfaces, labels, SurfaceOptions.none());
        surfaces.of(labels, Side.LEFT, SurfaceOptions.defaults(), monitor);
        right(surfaces, LayerSamples.labels(true), SurfaceOptions.defaults());
        assertEquals(4, maker.asked.size());
    }

    @Test
    void anEmptyKidney_isRememberedToo() throws Exception {
        Surfaces surfaces = new Surfaces(maker);
        LabelMap labels = LayerSamples.labels(false);
        assertEquals(Optional.empty(), surfaces.of(labels, Side.LEFT, SurfaceOptions.defaults(), monitor));
        assertEquals(Optional.empty(), surfaces.of(labels, Side.LEFT, SurfaceOptions.defaults(), monitor));
        assertEquals(1, maker.asked.size());
    }

    @Test
    void whenThereAreTooManyTriangles_theOneNotAskedForLongestGoes() throws Exception {
        Surfaces surfaces = new Surfaces(maker, 2);
        List<LabelMap> maps = IntStream.range(0, 3).mapToObj(i -> LayerSamples.labels(true)).toList();
        for (int map : new int[] {0, 1, 0, 2}) {
            right(surfaces, maps.get(map), SurfaceOptions.defaults());
        }
        assertEquals(3, maker.asked.size());
        right(surfaces, maps.get(0), SurfaceOptions.defaults());
        assertEquals(3, maker.asked.size());
        right(surfaces, maps.get(1), SurfaceOptions.defaults());
        assertEquals(4, maker.asked.size());
    }

    @Test
    void distances_areMeasuredOnce() throws Exception {
        Surfaces surfaces = new Surfaces(maker);
        Mesh one = right(surfaces, LayerSamples.labels(true), SurfaceOptions.defaults()).mesh();
        Mesh other = right(surfaces, LayerSamples.labels(true), SurfaceOptions.defaults()).mesh();
        assertSame(surfaces.distancesMm(one, other, monitor), surfaces.distancesMm(one, other, monitor));
        surfaces.distancesMm(other, one, monitor);
        assertEquals(2, maker.asked.stream().filter("distances"::equals).count());
    }

    @Test
    void whatFailed_isTriedAgain() throws Exception {
        LayerSamples.Counting failingOnce = new LayerSamples.Counting();
        Surfaces surfaces = new Surfaces(new Delegate(failingOnce) {
            @Override
            void before() throws GlomeraException {
                if (failingOnce.asked.isEmpty()) {
                    failingOnce.asked.add("failed");
                    throw new GlomeraException(Kind.RESOURCES, "No memory.");
                }
            }
        });
        LabelMap labels = LayerSamples.labels(true);
        assertThrows(GlomeraException.class, () -> right(surfaces, labels, SurfaceOptions.defaults()));
        right(surfaces, labels, SurfaceOptions.defaults());
        assertEquals(List.of("failed", "surface right"), failingOnce.asked);
    }

    @Test
    void twoThreadsThatWantTheSame_getTheSame_andOneMakesIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Surfaces surfaces = new Surfaces(new Delegate(maker) {
            @Override
            void before() {
                begun.countDown();
                await(goOn);
            }
        });
        LabelMap labels = LayerSamples.labels(true);
        CompletableFuture<KidneySurface> first = wanted(surfaces, labels, monitor);
        await(begun);
        CompletableFuture<KidneySurface> second = wanted(surfaces, labels, monitor);
        NullProgressMonitor canceled = new NullProgressMonitor();
        canceled.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> surfaces.of(labels, Side.RIGHT, SurfaceOptions.defaults(),
                canceled));
        goOn.countDown();
        assertSame(first.get(), second.get());
        assertEquals(1, maker.asked.size());
    }

    @Test
    void all_comeInTheOrderInWhichTheyWereWanted() throws Exception {
        LabelMap labels = LayerSamples.labels(false);
        List<Optional<KidneySurface>> made = new Surfaces(maker).all(List.of(new Surfaces.Wanted(labels, Side.LEFT),
                new Surfaces.Wanted(labels, Side.RIGHT)), SurfaceOptions.defaults(), monitor);
        assertTrue(made.get(0).isEmpty());
        assertEquals(Side.RIGHT, made.get(1).orElseThrow().side());
    }

    private static CompletableFuture<KidneySurface> wanted(Surfaces surfaces, LabelMap labels, IProgressMonitor own) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return surfaces.of(labels, Side.RIGHT, SurfaceOptions.defaults(), own).orElseThrow();
            } catch (GlomeraException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A maker that does something before it counts. */
    private abstract static class Delegate implements SurfaceMaker {

        private final LayerSamples.Counting counting;

        Delegate(LayerSamples.Counting counting) {
            this.counting = counting;
        }

        abstract void before() throws GlomeraException;

        @Override
        public Optional<KidneySurface> surface(LabelMap labels, Side side, SurfaceOptions options,
                IProgressMonitor own) throws GlomeraException {
            before();
            return counting.surface(labels, side, options, own);
        }

        @Override
        public float[] distancesMm(Mesh of, Mesh to, IProgressMonitor own) {
            return counting.distancesMm(of, to, own);
        }

        @Override
        public void write(Path file, Mesh mesh, Optional<Colouring> colouring,
                MeshFormat format) {
            throw new UnsupportedOperationException();
        }
    }
}
