package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.SourceFile;
import dev.nnlang.training.data.image.Pictures;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Pictures, one a row, each told by its file. */
final class InputPictures implements NamedRows {

    private final Column.Image kind;
    private final Iterator<SourceFile> files;
    private final boolean resizes;
    private String name = "";

    InputPictures(Schema inputs, List<SourceFile> files, boolean resizes) {
        this.kind = (Column.Image) inputs.inputs().get(0).kind();
        this.files = files.iterator();
        this.resizes = resizes;
    }

    @Override
    public List<String> titles() {
        return List.of("file");
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        if (!files.hasNext()) {
            return Optional.empty();
        }
        SourceFile file = files.next();
        name = file.name();
        return Optional.of(new Object[] {Pictures.read(file, kind, resizes)});
    }

    @Override
    public List<String> labels() {
        return List.of(name);
    }

    @Override
    public void close() {}
}
