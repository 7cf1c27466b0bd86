package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads CIFAR-10's binary version: of each image a byte with its label, then 1024 bytes of red, 1024 of green, 1024 of
 * blue, row by row. Source: A. Krizhevsky, "Learning multiple layers of features from tiny images", 2009, and
 * https://www.cs.toronto.edu/~kriz/cifar.html.
 */
final class Cifar10Rows implements RowReader {
    private static final int SIZE = 32;
    private static final int CHANNELS = 3;
    private static final int PLANE = SIZE * SIZE;

    private final Schema schema;
    private final LabelledImage columns;
    private final LabelNumbers numbers;
    private final Iterator<Path> files;
    private SourceFile file;
    private InputStream in = InputStream.nullInputStream();

    /** @throws DataException if the schema is not an image of 32x32x3 and its label, or no file matches */
    Cifar10Rows(Schema schema, List<Path> files) throws DataException {
        this.schema = schema;
        this.columns = LabelledImage.of(schema, "CIFAR-10's files");
        this.numbers = columns.labelNumbers();
        this.files = files.iterator();
        if (!columns.kind().equals(new Column.Image(SIZE, SIZE, CHANNELS))) {
            throw new DataException(schema.name() + ": CIFAR-10's images are 32x32x3; declare `input "
                    + columns.image().name() + ": image(32x32x3)`");
        }
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        int label = in.read();
        while (label < 0 && files.hasNext()) {
            in.close();
            file = new SourceFile(files.next());
            in = file.open();
            label = in.read();
        }
        return label < 0 ? Optional.empty() : Optional.of(columns.row(schema, pixels(), position(label)));
    }

    private int position(int number) throws DataException {
        return numbers.position(number)
                .orElseThrow(() -> file.problem("expected as a label " + numbers.expected() + ", but found " + number
                        + "; is it a file of CIFAR-10's binary version?"));
    }

    /** From planes to pixels. */
    private byte[] pixels() throws IOException {
        byte[] planes = in.readNBytes(CHANNELS * PLANE);
        if (planes.length < CHANNELS * PLANE) {
            throw file.problem("expected images of " + (1 + CHANNELS * PLANE)
                    + " bytes, but the last one is cut short; is it a file of CIFAR-10's binary version, and whole?");
        }
        byte[] pixels = new byte[planes.length];
        for (int i = 0; i < planes.length; i++) {
            pixels[i % PLANE * CHANNELS + i / PLANE] = planes[i];
        }
        return pixels;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
