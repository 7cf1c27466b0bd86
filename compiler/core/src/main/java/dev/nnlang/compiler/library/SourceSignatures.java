package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.SOURCE;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Text;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Optional;

/** Where rows come from. A path is relative to the {@code .nn} file, and may be one of a file that is compressed by gzip. */
final class SourceSignatures {

    private static final String PICTURE = "input image: image(32x32x3)";

    static final List<Signature> ROWS = List.of(
            supported(SOURCE, "csv", "a table of text, plain or gzip", path(), header(), separator())
                    .example("source: csv(\"patients.csv\", separator: \";\")")
                    .where(new Rule(
                            Optional.of("separator"),
                            arguments -> isSeparator((String) arguments.get("separator")),
                            "a separator is one character that is no quote, as \";\", or \"\\t\" for a tab")),
            supported(SOURCE, "idx", "images and labels in MNIST's format, plain or gzip", images(), labels())
                    .example(
                            "input image: image(28x28)",
                            "source: idx(\"images-idx3-ubyte.gz\", \"labels-idx1-ubyte.gz\")"),
            supported(SOURCE, "npy", "two of NumPy's arrays, plain or gzip", inputs(), targets())
                    .example("source: npy(\"x.npy\", \"y.npy\")"),
            supported(SOURCE, "images", "a folder of images for each label, which is its name", folders(), resize())
                    .example(PICTURE, "source: images(\"train/*/\", resize: true)")
                    .where(new Rule(
                            Optional.of("folders"),
                            arguments -> ((String) arguments.get("folders")).contains("*"),
                            "the path of the folders needs a * in place of the label, as in \"train/*/\"")),
            supported(SOURCE, "cifar10", "CIFAR-10's binary files", files())
                    .example(PICTURE, "source: cifar10(\"data_batch_*.bin\")"));

    private SourceSignatures() {}

    private static boolean isSeparator(String separator) {
        return separator.length() == 1 && "\"\r\n".indexOf(separator.charAt(0)) < 0;
    }

    private static Parameter path() {
        return positional("path", "a path", new Text(), "the file, relative to the .nn file");
    }

    private static Parameter header() {
        return named("header", "header", new Truth(), "whether the first line names the columns")
                .orElse(true);
    }

    private static Parameter separator() {
        return named("separator", "a separator", new Text(), "the character between two values")
                .orElse(",");
    }

    private static Parameter images() {
        return positional("images", "the path of the images", new Text(), "the file of images");
    }

    private static Parameter labels() {
        return positional("labels", "the path of the labels", new Text(), "the file of labels");
    }

    private static Parameter inputs() {
        return positional("inputs", "the path of the inputs", new Text(), "an array with the inputs side by side");
    }

    private static Parameter targets() {
        return positional("targets", "the path of the targets", new Text(), "an array with as many rows");
    }

    private static Parameter folders() {
        return positional(
                "folders", "the path of the folders", new Text(), "with a * in place of the label: \"train/*/\"");
    }

    private static Parameter resize() {
        return named("resize", "resize", new Truth(), "whether images of other sizes are brought to the column's")
                .orElse(false);
    }

    private static Parameter files() {
        return positional("files", "the path of the files", new Text(), "* stands for anything: \"data_batch_*.bin\"");
    }
}
