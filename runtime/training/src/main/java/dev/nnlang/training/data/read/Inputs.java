package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.file.FilePattern;
import dev.nnlang.training.data.file.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens rows that wait for a prediction: a table of text with the input columns and perhaps others, or, for images, a picture, a
 * folder of pictures, an IDX file or an array of NumPy's. What a file is, its first bytes tell.
 */
public final class Inputs {

    private static final int SNIFFED = 8;
    private static final List<String> PICTURES =
            List.of("89504e47", "ffd8ff", "47494638", "424d", "49492a00", "4d4d002a");
    private static final String IDX = "0000";
    private static final String NUMPY = "934e554d5059";

    private final Schema declared;
    private final Schema inputs;

    private Inputs(Schema declared) {
        this.declared = declared;
        this.inputs = declared.inputsAlone();
    }

    /**
     * Begins to read a file, or a folder.
     *
     * @param declared what the network was trained on
     * @param kept columns of a table of text that go with the answers
     */
    public static NamedRows open(Schema declared, Path path, List<String> kept) throws IOException {
        Inputs inputs = new Inputs(declared);
        if (Files.isDirectory(path)) {
            return inputs.pictures(picturesIn(path));
        }
        try {
            return inputs.open(path.toString(), Files.newInputStream(path), kept);
        } catch (NoSuchFileException e) {
            throw new DataException(path + ": there is no such file", e);
        }
    }

    /** Begins to read what another program writes. */
    public static NamedRows open(Schema declared, InputStream standardInput, List<String> kept) throws IOException {
        return new Inputs(declared).open("standard input", standardInput, kept);
    }

    private NamedRows open(String name, InputStream stream, List<String> kept) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(stream);
        BufferedInputStream in = new BufferedInputStream(SourceFile.decompressed(raw));
        String start = start(in);
        SourceFile file = new SourceFile(name, () -> in);
        if (start.startsWith(NUMPY)) {
            return new InputArrays(inputs, file);
        }
        if (image() && start.startsWith(IDX)) {
            return new InputIdx(inputs, file);
        }
        if (image() && PICTURES.stream().anyMatch(start::startsWith)) {
            return pictures(List.of(file));
        }
        return new InputTable(declared, inputs, file, csv(), kept);
    }

    private static String start(BufferedInputStream in) throws IOException {
        in.mark(SNIFFED);
        byte[] bytes = in.readNBytes(SNIFFED);
        in.reset();
        StringBuilder hex = new StringBuilder();
        for (byte each : bytes) {
            hex.append(String.format("%02x", each));
        }
        return hex.toString();
    }

    private boolean image() {
        return inputs.inputs().size() == 1 && inputs.inputs().get(0).kind() instanceof Column.Image;
    }

    private Source.Csv csv() {
        return declared.source().orElse(null) instanceof Source.Csv own ? own : new Source.Csv("", true, ',');
    }

    private NamedRows pictures(List<SourceFile> files) throws DataException {
        if (!image()) {
            throw new DataException(declared.name() + ": pictures have one image each, but other inputs are declared;"
                    + " give a table of text");
        }
        boolean resizes = declared.source().orElse(null) instanceof Source.Images images && images.resize();
        return new InputPictures(inputs, files, resizes);
    }

    /** Those in folders of the folder too. */
    private static List<SourceFile> picturesIn(Path folder) throws DataException {
        List<SourceFile> files = new ArrayList<>();
        for (Path entry : FilePattern.list(folder)) {
            if (Files.isDirectory(entry)) {
                files.addAll(picturesIn(entry));
            } else {
                files.add(new SourceFile(entry));
            }
        }
        return files;
    }
}
