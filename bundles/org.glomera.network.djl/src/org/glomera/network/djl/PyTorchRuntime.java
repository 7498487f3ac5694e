package org.glomera.network.djl;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.glomera.core.GlomeraException;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The Deep Java Library with PyTorch in this process. It is started at the first call, once, with nothing downloaded,
 * nothing reported to anybody and nothing written to the user's home folder; when that fails, it fails for the life of
 * the process, with the same message.
 */
final class PyTorchRuntime {

    private static final String ENGINE = "PyTorch";
    /** Kept, since the logging system forgets a logger's level with the logger. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("ai.djl");

    /**
     * Set while the library starts: it would unpack JNA's native part into the home folder to look for a graphics card,
     * which PyTorch itself is asked for instead.
     */
    private static final String NO_UNPACKING = "jna.nounpack";

    /** Which binding DJL would look for elsewhere; ours lies beside PyTorch in every folder. */
    private static final String FLAVOUR_FOR_CARDS = "cu128";
    private static final String FLAVOUR_FOR_PROCESSORS = "cpu";
    /** The word by which PyTorch says that it can use a card. */
    private static final String CARDS = "CUDA";

    private static Engine engine;
    private static GraphicsCard card;
    private static GlomeraException failure;

    private PyTorchRuntime() {
    }

    /**
     * The engine, started where it was not yet.
     *
     * @throws GlomeraException (missing component) when the native libraries are not there or do not fit the machine, or
     *         a graphics card is asked for and none can be used; (configuration) when a variable of the environment names
     *         what is not there
     */
    static synchronized Engine engine() throws GlomeraException {
        if (failure != null) {
            throw failure;
        }
        if (engine == null) {
            try {
                DeviceChoice choice = DeviceChoice.ofProcess();
                Path folder = NativeLibraries.locate();
                Engine started = start(folder);
                card = GraphicsCard.decide(choice, GraphicsCard.Machine.below(Path.of("/")),
                        NativeLibraries.isForCards(folder), JniUtils.getFeatures().contains(CARDS));
                engine = started;
            } catch (GlomeraException e) {
                failure = e;
                throw e;
            }
        }
        return engine;
    }

    /** A new memory scope on what calculates, as are the scopes made of it; whoever opens it closes it. */
    static NDManager newManager() throws GlomeraException {
        return engine().newBaseManager(card().used() ? Device.gpu() : Device.cpu());
    }

    /** Whether a graphics card calculates, and why none does. */
    static synchronized GraphicsCard card() throws GlomeraException {
        engine();
        return card;
    }

    /** Number of threads that PyTorch takes unless told otherwise. */
    static int defaultThreads() throws GlomeraException {
        engine();
        return JniUtils.getNumThreads();
    }

    /** The library reads its settings once, from the process, and looks for its parts with the thread's class loader. */
    private static Engine start(Path nativeFolder) throws GlomeraException {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("PYTORCH_LIBRARY_PATH", nativeFolder.toString());
        System.setProperty("PYTORCH_FLAVOR", NativeLibraries.isForCards(nativeFolder) ? FLAVOUR_FOR_CARDS
                : FLAVOUR_FOR_PROCESSORS);
        LIBRARY_LOG.setLevel(Level.WARNING);
        String unpacking = System.getProperty(NO_UNPACKING);
        System.setProperty(NO_UNPACKING, "true");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            return Engine.getEngine(ENGINE);
        } catch (RuntimeException | LinkageError e) {
            throw NativeLibraries.missing(rootMessage(e), e);
        } finally {
            thread.setContextClassLoader(before);
            if (unpacking == null) {
                System.clearProperty(NO_UNPACKING);
            } else {
                System.setProperty(NO_UNPACKING, unpacking);
            }
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
