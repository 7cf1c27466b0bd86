package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.SourceFile;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * A file of bytes in the IDX format: two zero bytes, the element type, the number of dimensions, each dimension as a
 * big-endian int, then the elements. Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database".
 */
final class IdxFile implements Closeable {
    private static final int UNSIGNED_BYTE = 0x08;

    private final SourceFile file;
    private final DataInputStream data;
    private final int rows;
    private final int rowSize;
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
        int expected = UNSIGNED_BYTE << 8 | shape.length + 1;
        int magic = data.readInt();
        if (magic != expected) {
            throw problem(
                    String.format("an idx file of bytes, beginning with %08x", expected), String.format("%08x", magic));
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

    /** The bytes of the next row. */
    byte[] next() throws IOException {
        byte[] bytes = data.readNBytes(rowSize);
        found += bytes.length;
        if (bytes.length < rowSize) {
            throw problem(size() + " bytes of data, as its header says", found + ": the file is cut short");
        }
        return bytes;
    }

    /** @throws DataException if more follows behind the last row */
    void requireEnd() throws IOException {
        if (data.read() >= 0) {
            throw problem(size() + " bytes of data, as its header says", "more");
        }
    }

    private long size() {
        return (long) rows * rowSize;
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
