package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.FilePattern;
import dev.nnlang.training.data.file.SourceFile;
import dev.nnlang.training.data.image.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads folders of images, each named by the label of what is in it. */
final class ImageRows implements RowReader {
    private final Schema schema;
    private final LabelledImage columns;
    private final boolean resize;
    private final Iterator<Labelled> files;

    private record Labelled(Path file, int label) {}

    /** @throws DataException if the schema is not an image and its label, or the folders are not its labels */
    ImageRows(Schema schema, List<Path> folders, boolean resize) throws DataException {
        this.schema = schema;
        this.columns = LabelledImage.of(schema, "folders of images");
        this.resize = resize;
        this.files = files(folders).iterator();
    }

    /** The first of each folder, then the second of each: data that stream by should show all classes all the time. */
    private List<Labelled> files(List<Path> folders) throws DataException {
        List<List<Labelled>> byFolder = new ArrayList<>();
        for (Path folder : folders) {
            byFolder.add(inFolder(folder));
        }
        int most = byFolder.stream().mapToInt(List::size).max().orElse(0);
        List<Labelled> mixed = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            for (List<Labelled> folder : byFolder) {
                folder.stream().skip(i).findFirst().ifPresent(mixed::add);
            }
        }
        return mixed;
    }

    private List<Labelled> inFolder(Path folder) throws DataException {
        String name = folder.getFileName().toString();
        int label = columns.labels().indexOf(name);
        if (!Files.isDirectory(folder) || label < 0) {
            throw new DataException(folder + ": expected a folder named by a value of `"
                    + columns.label().name() + "`, one of " + String.join(", ", columns.labels())
                    + "; rename it, move it, or declare the value");
        }
        return FilePattern.list(folder).stream()
                .map(file -> new Labelled(file, label))
                .toList();
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        if (!files.hasNext()) {
            return Optional.empty();
        }
        Labelled next = files.next();
        byte[] pixels = Pictures.read(new SourceFile(next.file()), columns.kind(), resize);
        return Optional.of(columns.row(schema, pixels, next.label()));
    }

    @Override
    public void close() {}
}
