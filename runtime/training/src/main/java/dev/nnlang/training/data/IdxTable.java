package dev.nnlang.training.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads images and labels in the IDX format: two zero bytes, the element type, the number of dimensions, each dimension as
 * a big-endian int, then the elements. Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database".
 */
final class IdxTable {
    private static final int UNSIGNED_BYTE = 0x08;

    private final SourceFile file;

    private IdxTable(SourceFile file) {
        this.file = file;
    }

    static Table read(Schema schema, SourceFile images, SourceFile labels) throws DataException {
        Column image = only(schema.inputs(), schema);
        Column label = only(schema.targets(), schema);
        if (!(image.kind() instanceof Column.Image imageKind) || !(label.kind() instanceof Column.Labels labelKind)) {
            throw new DataException(schema.name() + ": idx files give an image and a label; declare `input "
                    + image.name() + ": image(…)` and `target " + label.name() + ": one of …`");
        }
        byte[] pixels = new IdxTable(images).read(shape(imageKind));
        int[] ordinals = new IdxTable(labels).readLabels(labelKind.values().size());
        int rows = pixels.length / image.width();
        if (rows != ordinals.length) {
            throw new DataException(labels.path() + ": expected " + rows + " labels, one for each image of "
                    + images.path() + ", but found " + ordinals.length + "; name two files that belong together");
        }
        return Table.of(
                schema,
                rows,
                Map.of(image.name(), new Values.Pixels(pixels), label.name(), new Values.Labels(ordinals)));
    }

    private static Column only(List<Column> columns, Schema schema) throws DataException {
        if (columns.size() != 1) {
            throw new DataException(schema.name() + ": idx files give one input and one target, but " + columns.size()
                    + " are declared");
        }
        return columns.get(0);
    }

    private static int[] shape(Column.Image image) {
        return image.channels() == 1
                ? new int[] {image.height(), image.columns()}
                : new int[] {image.height(), image.columns(), image.channels()};
    }

    private int[] readLabels(int classes) throws DataException {
        byte[] bytes = read(new int[] {});
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Byte.toUnsignedInt(bytes[i]);
            if (labels[i] >= classes) {
                throw problem("a label from 0 to " + (classes - 1) + " for row " + i, Integer.toString(labels[i]));
            }
        }
        return labels;
    }

    /** @param shape that of one row */
    private byte[] read(int[] shape) throws DataException {
        return file.read(in -> readBytes(in, shape));
    }

    private byte[] readBytes(InputStream in, int[] shape) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int rows = readHeader(data, shape);
        long size = rows;
        for (int dim : shape) {
            size *= dim;
        }
        if (rows <= 0 || size > Integer.MAX_VALUE - Long.BYTES) {
            throw problem("from 1 row to 2 GB of them", rows + " rows");
        }
        byte[] bytes = data.readNBytes((int) size);
        if (bytes.length < size) {
            throw problem(size + " bytes of data, as its header says", bytes.length + ": the file is cut short");
        }
        if (data.read() >= 0) {
            throw problem(size + " bytes of data, as its header says", "more");
        }
        return bytes;
    }

    private int readHeader(DataInputStream data, int[] shape) throws IOException {
        try {
            int expected = UNSIGNED_BYTE << 8 | shape.length + 1;
            int magic = data.readInt();
            if (magic != expected) {
                throw problem(
                        String.format("an idx file of bytes, beginning with %08x", expected),
                        String.format("%08x", magic));
            }
            int rows = data.readInt();
            int[] dims = new int[shape.length];
            for (int i = 0; i < dims.length; i++) {
                dims[i] = data.readInt();
            }
            if (!Arrays.equals(dims, shape)) {
                throw problem("rows of shape " + Arrays.toString(shape), Arrays.toString(dims));
            }
            return rows;
        } catch (EOFException e) {
            throw problem("the header of an idx file", "a file that ends before");
        }
    }

    private DataException problem(String expected, String found) {
        return new DataException(
                file.path() + ": expected " + expected + ", but found " + found + "; is it the right file, and whole?");
    }
}
