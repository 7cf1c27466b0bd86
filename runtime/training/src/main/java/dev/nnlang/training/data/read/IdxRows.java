package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads images and labels in the IDX format. */
final class IdxRows implements RowReader {
    private final Schema schema;
    private final LabelledImage columns;
    private final LabelNumbers numbers;
    private final IdxFile images;
    private final IdxFile labels;
    private int row;

    /** @throws DataException if the schema is not an image and its label, or the files are not of its shape */
    IdxRows(Schema schema, SourceFile images, SourceFile labels) throws IOException {
        this.schema = schema;
        this.columns = LabelledImage.of(schema, "idx files");
        this.numbers = columns.labelNumbers();
        this.images = new IdxFile(images, shape(columns.kind()));
        this.labels = new IdxFile(labels, new int[] {});
        if (this.images.rows() != this.labels.rows()) {
            throw new DataException(labels.name() + ": expected " + this.images.rows()
                    + " labels, one for each image of " + images.name() + ", but found " + this.labels.rows()
                    + "; name two files that belong together");
        }
    }

    static int[] shape(Column.Image image) {
        return image.channels() == 1
                ? new int[] {image.height(), image.columns()}
                : new int[] {image.height(), image.columns(), image.channels()};
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        if (row == images.rows()) {
            images.requireEnd();
            labels.requireEnd();
            return Optional.empty();
        }
        byte[] pixels = images.next();
        int number = Byte.toUnsignedInt(labels.next()[0]);
        OptionalInt label = numbers.position(number);
        if (label.isEmpty()) {
            throw labels.problem("as the label of row " + row + " " + numbers.expected(), Integer.toString(number));
        }
        row++;
        return Optional.of(columns.row(schema, pixels, label.getAsInt()));
    }

    @Override
    public void close() throws IOException {
        images.close();
        labels.close();
    }
}
