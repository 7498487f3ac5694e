package org.glomera.network.djl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The calculations of {@code kernels.py}. The Deep Java Library offers only part of PyTorch's operators; a text in
 * PyTorch's own language reaches all of them: the backward halves of single operators, the transposed convolution and
 * calculations in place. Nothing that is made here is followed by automatic differentiation. One thread at a time.
 *
 * <p>An argument is an array, an int, a double, a boolean, a {@code long[]} or a list of arrays. Arrays that are made
 * may be changed by these calculations only ({@code calculation_}), not by the library's methods in place.
 */
final class TorchKernels {

    private static final String TEXT = "kernels.py";
    /** The folder of the archive; any name does. */
    private static final String FOLDER = "kernels/";
    /** Of the archive's form: the one without anything but text and two serialised objects. */
    private static final String VERSION = "3\n";
    /** An object of the class Kernels without fields, in the form of Python's pickle, protocol 2. */
    private static final String MODULE = "\u0080\u0002c__torch__\nKernels\n)\u0081}b.";
    /** An empty tuple in that form: no constants. */
    private static final String CONSTANTS = "\u0080\u0002).";

    private final PtSymbolBlock module;

    /** Reads the text; {@code owner} closes what is made for it. */
    TorchKernels(NDManager owner) {
        // The text is run as it stands: what PyTorch would optimise is small beside the operators themselves.
        JniUtils.setGraphExecutorOptimize(false);
        try (InputStream text = TorchKernels.class.getResourceAsStream(TEXT)) {
            module = JniUtils.loadModule((PtNDManager) owner, new ByteArrayInputStream(archive(text.readAllBytes())),
                    false, false);
        } catch (IOException e) {
            throw new IllegalStateException(TEXT + " in the plug-in cannot be read.", e);
        }
    }

    /** A calculation's result; {@code scope} owns it. */
    NDArray make(String calculation, NDManager scope, Object... arguments) {
        try (IValue result = run(calculation, arguments)) {
            return result.toTensor((PtNDManager) scope);
        }
    }

    /** A calculation's results; {@code scope} owns them. */
    List<NDArray> makeSeveral(String calculation, NDManager scope, Object... arguments) {
        try (IValue result = run(calculation, arguments)) {
            return List.of(result.toTensorArray((PtNDManager) scope));
        }
    }

    /** A calculation that changes its first argument. */
    void change(String calculation, Object... arguments) {
        run(calculation, arguments).close();
    }

    private IValue run(String calculation, Object... arguments) {
        List<IValue> values = new ArrayList<>();
        try {
            for (Object argument : arguments) {
                values.add(value(argument));
            }
            return IValueUtils.runMethod(module, calculation, values.toArray(new IValue[0]));
        } finally {
            values.forEach(IValue::close);
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof NDArray array) {
            return IValue.from((PtNDArray) array);
        } else if (argument instanceof Integer number) {
            return IValue.from(number.longValue());
        } else if (argument instanceof Double number) {
            return IValue.from(number.doubleValue());
        } else if (argument instanceof Boolean flag) {
            return IValue.from(flag.booleanValue());
        } else if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        } else if (argument instanceof List<?> list) {
            return IValue.listFrom(list.toArray(new PtNDArray[0]));
        }
        throw new IllegalArgumentException("No argument of a calculation: " + argument);
    }

    /** The text as PyTorch stores a program: a zip archive without compression. */
    private static byte[] archive(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", MODULE.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "code/__torch__.py", text);
            store(zip, "constants.pkl", CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "version", VERSION.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
