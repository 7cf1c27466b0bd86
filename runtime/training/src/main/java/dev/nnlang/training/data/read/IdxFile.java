package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.SourceFile;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * A file of bytes in the IDX format: two zero bytes, the element type, the number of dimensions, each dimension as a
 * big-endian int, then the elements. Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database".
 */
final class IdxFile implements Closeable {
    /** How many bytes an element of each type has: unsigned and signed bytes, short, int, float, double. */
    private static final Map<Integer, Integer> SIZES =
            Map.of(0x08, 1, 0x09, 1, 0x0B, Short.BYTES, 0x0C, Integer.BYTES, 0x0D, Float.BYTES, 0x0E, Double.BYTES);

    private static final int BRIGHTEST = 255;

    private final SourceFile file;
    private final DataInputStream data;
    private final int rows;
    private final int rowSize;
    private int type;
    private long found;

    /** @param shape that of one row */
    IdxFile(SourceFile file, int[] shape) throws IOException {
        this.file = file;
        this.rowSize = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        this.data = new DataInputStream(file.open());
        try {
            this.rows = readHeader(shape);
        } catch (EOFException e) {
            throw problem("the header of an idx file", "a file that ends before");
        }
    }

    private int readHeader(int[] shape) throws IOException {
        int magic = data.readInt();
        type = magic >> 8;
        if (!SIZES.containsKey(type) || (magic & 0xff) != shape.length + 1) {
            throw problem(
                    String.format("an idx file of bytes, beginning with %08x", 0x0800 | shape.length + 1),
                    String.format("%08x", magic));
        }
        int count = data.readInt();
        int[] dims = new int[shape.length];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = data.readInt();
        }
        if (!Arrays.equals(dims, shape)) {
            throw problem("rows of shape " + Arrays.toString(shape), Arrays.toString(dims));
        }
        if (count <= 0) {
            throw problem("at least 1 row", count + " rows");
        }
        return count;
    }

    int rows() {
        return rows;
    }

    /** The next row, whose elements must be whole numbers from 0 to 255, as unsigned bytes. */
    byte[] next() throws IOException {
        int size = SIZES.get(type);
        byte[] bytes = data.readNBytes(rowSize * size);
        found += bytes.length;
        if (bytes.length < rowSize * size) {
            throw problem(size() + " bytes of data, as its header says", found + ": the file is cut short");
        }
        return type == 0x08 ? bytes : narrowed(ByteBuffer.wrap(bytes));
    }

    private byte[] narrowed(ByteBuffer wide) throws DataException {
        byte[] bytes = new byte[rowSize];
        for (int i = 0; i < rowSize; i++) {
            double value = element(wide);
            if (value != Math.rint(value) || value < 0 || value > BRIGHTEST) {
                throw problem("whole numbers from 0 to 255", Double.toString(value));
            }
            bytes[i] = (byte) (int) value;
        }
        return bytes;
    }

    private double element(ByteBuffer bytes) {
        return switch (type) {
            case 0x0B -> bytes.getShort();
            case 0x0C -> bytes.getInt();
            case 0x0D -> bytes.getFloat();
            case 0x0E -> bytes.getDouble();
            default -> bytes.get();
        };
    }

    /** @throws DataException if more follows behind the last row */
    void requireEnd() throws IOException {
        if (data.read() >= 0) {
            throw problem(size() + " bytes of data, as its header says", "more");
        }
    }

    private long size() {
        return (long) rows * rowSize * SIZES.get(type);
    }

    DataException problem(String expected, String found) {
        return new DataException(
                file.name() + ": expected " + expected + ", but found " + found + "; is it the right file, and whole?");
    }

    @Override
    public void close() throws IOException {
        data.close();
    }
}
