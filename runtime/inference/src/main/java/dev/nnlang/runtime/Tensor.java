package dev.nnlang.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor as it lies in a model file.
 *
 * @param dtype the format's name of the element type
 * @param shape its dimensions; empty for a single number
 * @param data the elements row by row, little-endian; shared, nobody writes to it
 */
record Tensor(String dtype, List<Long> shape, ByteBuffer data) {
    static final String FLOAT = "F32";
    static final String DOUBLE = "F64";

    Tensor {
        shape = List.copyOf(shape);
    }

    static Tensor of(float[] values, int[] shape) {
        ByteBuffer data = allocate(values.length, Float.BYTES);
        data.asFloatBuffer().put(values);
        return new Tensor(FLOAT, dims(shape), data);
    }

    static Tensor of(double[] values, int[] shape) {
        ByteBuffer data = allocate(values.length, Double.BYTES);
        data.asDoubleBuffer().put(values);
        return new Tensor(DOUBLE, dims(shape), data);
    }

    /** Bytes an element, or 0 if the format does not know the type. */
    static int bytes(String dtype) {
        return switch (dtype) {
            case "BOOL", "U8", "I8", "F8_E4M3", "F8_E5M2", "F8_E8M0" -> 1;
            case "U16", "I16", "F16", "BF16" -> 2;
            case "U32", "I32", FLOAT -> 4;
            case "U64", "I64", DOUBLE, "C64" -> 8;
            default -> 0;
        };
    }

    int elementBytes() {
        return bytes(dtype);
    }

    float[] floats() {
        float[] values = new float[data.capacity() / Float.BYTES];
        view().asFloatBuffer().get(values);
        return values;
    }

    double[] doubles() {
        double[] values = new double[data.capacity() / Double.BYTES];
        view().asDoubleBuffer().get(values);
        return values;
    }

    /** The first element that is NaN or infinite; 0 if there is none, or the elements are no floats. */
    double firstNotFinite() {
        ByteBuffer data = view();
        for (int at = 0; at < data.capacity() && dtype.equals(FLOAT); at += Float.BYTES) {
            if (!Float.isFinite(data.getFloat(at))) {
                return data.getFloat(at);
            }
        }
        for (int at = 0; at < data.capacity() && dtype.equals(DOUBLE); at += Double.BYTES) {
            if (!Double.isFinite(data.getDouble(at))) {
                return data.getDouble(at);
            }
        }
        return 0;
    }

    ByteBuffer view() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
    }

    /** For messages: {@code F32 [4][16]}. */
    String describe() {
        return describe(dtype, shape);
    }

    static String describe(String dtype, List<Long> shape) {
        StringBuilder text = new StringBuilder(dtype).append(shape.isEmpty() ? "" : " ");
        shape.forEach(dim -> text.append('[').append(dim).append(']'));
        return text.toString();
    }

    static List<Long> dims(int[] shape) {
        List<Long> dims = new ArrayList<>(shape.length);
        for (int dim : shape) {
            dims.add((long) dim);
        }
        return dims;
    }

    private static ByteBuffer allocate(int elements, int bytes) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
