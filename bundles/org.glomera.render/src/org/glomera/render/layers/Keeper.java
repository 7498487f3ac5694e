package org.glomera.render.layers;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;

/**
 * Keeps what takes long to make. Bounded by a weight; what was not asked for longest goes first. What cannot be made is
 * not kept. Safe for use by several threads: a value that two of them want is made by one, and by the other when the
 * first gives up.
 */
final class Keeper<K extends Keeper.Key, V> {

    private static final long POLL_MS = 20;

    /** What a value is known by. */
    interface Key {
        /** Whether nobody can ask for it any more. */
        boolean isStale();
    }

    /** Makes a value. */
    @FunctionalInterface
    interface Making<V> {
        V make() throws GlomeraException;
    }

    private final long mostWeight;
    private final ToLongFunction<V> weight;
    private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, 0.75f, true);

    Keeper(long mostWeight, ToLongFunction<V> weight) {
        this.mostWeight = mostWeight;
        this.weight = weight;
    }

    V get(K key, IProgressMonitor monitor, Making<V> making) throws GlomeraException {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> there;
            synchronized (values) {
                there = values.putIfAbsent(key, mine);
            }
            if (there == null) {
                return made(key, mine, making);
            }
            Optional<V> value = awaited(there, monitor);
            if (value.isPresent()) {
                return value.get();
            }
        }
    }

    private V made(K key, CompletableFuture<V> mine, Making<V> making) throws GlomeraException {
        try {
            V value = making.make();
            mine.complete(value);
            trim();
            return value;
        } finally {
            if (!mine.isDone()) {
                synchronized (values) {
                    values.remove(key, mine);
                }
                mine.cancel(false);
            }
        }
    }

    /** The value that another thread makes; empty when that one gives up. */
    private Optional<V> awaited(CompletableFuture<V> there, IProgressMonitor monitor) {
        while (true) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            try {
                return Optional.of(there.get(POLL_MS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                continue;
            } catch (CancellationException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void trim() {
        synchronized (values) {
            values.keySet().removeIf(Key::isStale);
            long sum = values.values().stream().filter(CompletableFuture::isDone).mapToLong(this::weightOf).sum();
            Iterator<CompletableFuture<V>> oldest = values.values().iterator();
            while (sum > mostWeight && oldest.hasNext()) {
                CompletableFuture<V> each = oldest.next();
                if (each.isDone()) {
                    sum -= weightOf(each);
                    oldest.remove();
                }
            }
        }
    }

    private long weightOf(CompletableFuture<V> done) {
        return done.isCompletedExceptionally() ? 0 : weight.applyAsLong(done.join());
    }

    void clear() {
        synchronized (values) {
            values.values().removeIf(CompletableFuture::isDone);
        }
    }

    int size() {
        synchronized (values) {
            return values.size();
        }
    }
}
