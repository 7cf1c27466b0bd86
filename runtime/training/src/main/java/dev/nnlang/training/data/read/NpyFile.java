package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.Shown;
import dev.nnlang.training.data.file.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array that NumPy saved: a magic string, a version, the length of the header, the header as a Python literal with
 * element type, order and shape, then the elements. Source: NEP 1, "A simple file format for NumPy arrays".
 */
final class NpyFile implements Closeable {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int LARGEST_ROW = 1 << 30;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([f][248]|[iu][1248]|b1)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    private final SourceFile file;
    private final InputStream in;
    private final boolean fortran;
    private final ByteOrder order;
    private final String type;
    private final int elementSize;
    private final List<Integer> shape;
    private final int rowSize;
    private ByteBuffer all = ByteBuffer.allocate(0);
    private int row;

    NpyFile(SourceFile file) throws IOException {
        this.file = file;
        this.in = file.open();
        String header = header();
        this.fortran =
                find(FORTRAN, header, "the order of its elements").group(1).equals("True");
        Matcher element = find(TYPE, header, "floats of 2, 4 or 8 bytes, integers or truth values");
        this.order = element.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        this.type = element.group(2);
        this.elementSize = type.charAt(1) - '0';
        this.shape = shape(find(SHAPE, header, "its shape").group(1));
        this.rowSize = rowSize();
    }

    private String header() throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        boolean magic = start.length == MAGIC.length + 2 && Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length));
        if (!magic) {
            throw file.problem("expected an array as numpy.save writes it, but found something else");
        }
        boolean first = start[MAGIC.length] == 1;
        byte[] length = Arrays.copyOf(in.readNBytes(first ? Short.BYTES : Integer.BYTES), Integer.BYTES);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] header = size < 0 || size > LONGEST_HEADER ? new byte[0] : in.readNBytes(size);
        return new String(header, StandardCharsets.UTF_8);
    }

    private Matcher find(Pattern pattern, String header, String what) throws DataException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw file.problem("expected an array whose header tells " + what + ", but found "
                    + Shown.text(header.strip()) + "; save it from NumPy as an array of numbers");
        }
        return matcher;
    }

    private List<Integer> shape(String dims) throws DataException {
        List<Integer> sizes = new ArrayList<>();
        for (String dim : dims.split(",")) {
            if (!dim.isBlank()) {
                sizes.add(size(dim.strip(), dims));
            }
        }
        if (sizes.isEmpty() || sizes.contains(0)) {
            throw file.problem("expected rows, but found an array of shape (" + dims + ")");
        }
        return sizes;
    }

    private int size(String written, String dims) throws DataException {
        boolean fits = written.length() <= 10 && Long.parseLong(written) <= Integer.MAX_VALUE;
        if (!fits) {
            throw tooLarge(dims);
        }
        return Integer.parseInt(written);
    }

    private int rowSize() throws DataException {
        long size = 1;
        for (int dim : shapeOfRow()) {
            size *= dim;
            if (size * elementSize > LARGEST_ROW) {
                throw tooLarge(shape.toString().replaceAll("[\\[\\]]", ""));
            }
        }
        return (int) size;
    }

    private DataException tooLarge(String dims) {
        return file.problem("expected rows of at most " + LARGEST_ROW
                + " bytes, and fewer than 2^31 of them, but found an" + " array of shape (" + Shown.text(dims) + ")");
    }

    /** How many rows it has: its first dim. */
    int rows() {
        return shape.get(0);
    }

    /** {@code [28, 28]}; empty where each row is one number. */
    List<Integer> shapeOfRow() {
        return shape.subList(1, shape.size());
    }

    /** The next row. */
    double[] next() throws IOException {
        return fortran ? nextOfColumns() : nextInOrder();
    }

    /** The elements of a row lie apart, so all rows are read at once. */
    private double[] nextOfColumns() throws IOException {
        FortranOrder places = new FortranOrder(shape);
        if (row == 0) {
            requireRoom();
            all = ByteBuffer.wrap(in.readNBytes(places.size() * elementSize)).order(order);
            if (all.capacity() < places.size() * elementSize) {
                throw cutShort();
            }
        }
        double[] values = new double[rowSize];
        for (int i = 0; i < rowSize; i++) {
            values[i] = element(all.position(places.place(row, i) * elementSize));
        }
        row++;
        return values;
    }

    private void requireRoom() throws DataException {
        if ((long) rows() * rowSize * elementSize > LARGEST_ROW) {
            throw file.problem(
                    "expected at most " + LARGEST_ROW + " bytes in Fortran order, which are read at once, but"
                            + " found more; save numpy.ascontiguousarray(…) of it");
        }
    }

    private DataException cutShort() {
        return file.problem("expected " + rows() + " rows, as its header says, but the file is cut short");
    }

    private double[] nextInOrder() throws IOException {
        byte[] read = in.readNBytes(rowSize * elementSize);
        if (read.length < rowSize * elementSize) {
            throw cutShort();
        }
        ByteBuffer bytes = ByteBuffer.wrap(read).order(order);
        double[] row = new double[rowSize];
        for (int i = 0; i < rowSize; i++) {
            row[i] = element(bytes);
        }
        return row;
    }

    private double element(ByteBuffer bytes) {
        return switch (type) {
            case "f2" -> HalfFloat.value(bytes.getShort());
            case "f4" -> bytes.getFloat();
            case "f8" -> bytes.getDouble();
            case "i1" -> bytes.get();
            case "i2" -> bytes.getShort();
            case "i4" -> bytes.getInt();
            case "i8" -> bytes.getLong();
            case "u2" -> Short.toUnsignedInt(bytes.getShort());
            case "u8" -> unsigned(bytes.getLong());
            case "u4" -> Integer.toUnsignedLong(bytes.getInt());
            default -> Byte.toUnsignedInt(bytes.get());
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    DataException problem(String message) {
        return file.problem(message);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
