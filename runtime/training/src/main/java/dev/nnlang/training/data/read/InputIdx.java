package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Images in the IDX format, without their labels. */
final class InputIdx implements NamedRows {

    private final IdxFile images;
    private int row;

    InputIdx(Schema inputs, SourceFile file) throws IOException {
        this.images = new IdxFile(
                file, IdxRows.shape((Column.Image) inputs.inputs().get(0).kind()));
    }

    @Override
    public List<String> titles() {
        return List.of();
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        if (row == images.rows()) {
            images.requireEnd();
            return Optional.empty();
        }
        row++;
        return Optional.of(new Object[] {images.next()});
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        images.close();
    }
}
