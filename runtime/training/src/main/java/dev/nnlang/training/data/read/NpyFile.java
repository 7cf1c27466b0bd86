package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
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
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])(f4|f8|[iu][124]|i8|b1)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    private final SourceFile file;
    private final InputStream in;
    private final ByteOrder order;
    private final String type;
    private final int elementSize;
    private final List<Integer> shape;
    private final int rowSize;

    NpyFile(SourceFile file) throws IOException {
        this.file = file;
        this.in = file.open();
        String header = header();
        if (find(FORTRAN, header, "the order of its elements").group(1).equals("True")) {
            throw file.problem("expected an array in C order, row after row, but found Fortran order;"
                    + " save numpy.ascontiguousarray(…) of it");
        }
        Matcher element = find(TYPE, header, "floats of 4 or 8 bytes, or integers");
        this.order = element.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        this.type = element.group(2);
        this.elementSize = type.charAt(1) - '0';
        this.shape = shape(find(SHAPE, header, "its shape").group(1));
        this.rowSize = shape.stream().skip(1).reduce(1, Math::multiplyExact);
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
            throw file.problem("expected an array whose header tells " + what + ", but found " + header.strip()
                    + "; save it from NumPy as an array of numbers");
        }
        return matcher;
    }

    private List<Integer> shape(String dims) throws DataException {
        List<Integer> sizes = new ArrayList<>();
        for (String dim : dims.split(",")) {
            if (!dim.isBlank()) {
                sizes.add(Integer.parseInt(dim.strip()));
            }
        }
        if (sizes.isEmpty() || sizes.contains(0)) {
            throw file.problem("expected rows, but found an array of shape (" + dims + ")");
        }
        return sizes;
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
        byte[] read = in.readNBytes(rowSize * elementSize);
        if (read.length < rowSize * elementSize) {
            throw file.problem("expected " + rows() + " rows, as its header says, but the file is cut short");
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
            case "f4" -> bytes.getFloat();
            case "f8" -> bytes.getDouble();
            case "i1" -> bytes.get();
            case "i2" -> bytes.getShort();
            case "i4" -> bytes.getInt();
            case "i8" -> bytes.getLong();
            case "u2" -> Short.toUnsignedInt(bytes.getShort());
            case "u4" -> Integer.toUnsignedLong(bytes.getInt());
            default -> Byte.toUnsignedInt(bytes.get());
        };
    }

    DataException problem(String message) {
        return file.problem(message);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
