package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import java.util.List;

/** The columns of a schema that is an image and what it shows. */
record LabelledImage(Column image, Column label) {

    /**
     * The columns of a schema.
     *
     * @param source what gives such rows, for the message
     * @throws DataException if it has others
     */
    static LabelledImage of(Schema schema, String source) throws DataException {
        Column input = only(schema, schema.inputs(), source);
        Column target = only(schema, schema.targets(), source);
        if (!(input.kind() instanceof Column.Image) || !(target.kind() instanceof Column.Labels)) {
            throw new DataException(schema.name() + ": " + source + " give an image and a label; declare `input "
                    + input.name() + ": image(…)` and `target " + target.name() + ": one of …`");
        }
        return new LabelledImage(input, target);
    }

    private static Column only(Schema schema, List<Column> columns, String source) throws DataException {
        if (columns.size() != 1) {
            throw new DataException(schema.name() + ": " + source + " give one input and one target, but "
                    + columns.size() + " are declared");
        }
        return columns.get(0);
    }

    Column.Image kind() {
        return (Column.Image) image.kind();
    }

    /** As the data writes them. */
    List<String> labels() {
        return ((Column.Labels) label.kind()).values();
    }

    /** What the numbers of a binary file stand for. */
    LabelNumbers labelNumbers() {
        return new LabelNumbers(labels());
    }

    /** A row of them, in declared order. */
    Object[] row(Schema schema, byte[] pixels, int position) {
        boolean imageFirst = schema.order().get(0).equals(image);
        return imageFirst ? new Object[] {pixels, position} : new Object[] {position, pixels};
    }
}
