package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.COLUMN_TYPE;
import static dev.nnlang.compiler.library.Signature.Category.DATA_SETTING;
import static dev.nnlang.compiler.library.Signature.Category.SOURCE;
import static dev.nnlang.compiler.library.Signature.Category.SPLIT;
import static dev.nnlang.compiler.library.Signature.Category.TRANSFORM;
import static dev.nnlang.compiler.library.Signatures.planned;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Bounds;
import dev.nnlang.compiler.library.Parameter.Share;
import dev.nnlang.compiler.library.Parameter.Size;
import dev.nnlang.compiler.library.Parameter.Text;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code data} declaration may say. */
final class DataSignatures {

    private static final double ROUNDING = 1e-9;

    static final List<Signature> ROWS = List.of(
            supported(DATA_SETTING, "source", "where rows come from; without it the Java program supplies them"),
            supported(DATA_SETTING, "test", "a source of its own for testing"),
            supported(
                    DATA_SETTING,
                    "split",
                    "how rows are shared out; random(train: 70%, validation: 15%, test: 15%),"
                            + " or random(train: 90%, validation: 10%) where there is a test source"),
            supported(DATA_SETTING, "ignore", "columns of the file that are not read"),
            planned(DATA_SETTING, "augment", "random changes of training images"),
            planned(DATA_SETTING, "balance", "weights that make all classes count the same"),
            planned(DATA_SETTING, "missing", "what happens to rows with missing values"),
            supported(COLUMN_TYPE, "real", "a number, or several with a length: real[64]"),
            supported(COLUMN_TYPE, "image", "pixels from 0 to 255", imageSize()),
            planned(COLUMN_TYPE, "integer", "a whole number"),
            planned(COLUMN_TYPE, "text", "a text"),
            supported(TRANSFORM, "standardize", "mean 0 and standard deviation 1, measured on the training split"),
            supported(TRANSFORM, "center", "mean 0, measured on the training split"),
            supported(TRANSFORM, "scale", "the smallest value to the range's start, the largest to its end", range()),
            planned(TRANSFORM, "impute", "a value where one is missing"),
            planned(TRANSFORM, "one_hot", "a 1 at the category's place and 0 elsewhere"),
            supported(SOURCE, "csv", "a table of text, plain or gzip", path(), header()),
            supported(SOURCE, "idx", "images and labels in MNIST's format, plain or gzip", images(), labels()),
            planned(SOURCE, "images", "folders of images, each named by its label", path()),
            planned(SOURCE, "npy", "NumPy's arrays", path()),
            planned(SOURCE, "cifar", "CIFAR-10's binary files", path()),
            split("random", "rows drawn at random, by the seed"),
            split("stratified", "rows drawn at random, each class in its share"));

    private DataSignatures() {}

    private static Signature split(String name, String doc) {
        return supported(
                        SPLIT,
                        name,
                        doc,
                        named("train", "the training share", new Share(), "rows to learn from"),
                        named("validation", "the validation share", new Share(), "rows to watch the training with")
                                .orElse(0.0),
                        named("test", "the test share", new Share(), "rows to judge the result by")
                                .orElse(0.0))
                .where(new Rule(
                        Optional.empty(),
                        shares -> Math.abs(sum(shares) - 1) < ROUNDING,
                        shares -> "the shares of a split must add up to 100%, but these are "
                                + new Share().notation(sum(shares))))
                .where(new Rule(
                        Optional.of("train"),
                        shares -> (double) shares.get("train") > 0,
                        shares -> "some rows must be left to train on"));
    }

    private static double sum(Map<String, Object> shares) {
        return shares.values().stream().mapToDouble(Double.class::cast).sum();
    }

    private static Parameter imageSize() {
        return positional("size", "an image's size", new Size(2, 3), "height x width, or height x width x channels");
    }

    private static Parameter range() {
        return positional("range", "a range", new Bounds(), "where the values go");
    }

    private static Parameter path() {
        return positional("path", "a path", new Text(), "the file, relative to the .nn file");
    }

    private static Parameter header() {
        return named("header", "header", new Truth(), "whether the first line names the columns")
                .orElse(true);
    }

    private static Parameter images() {
        return positional("images", "the path of the images", new Text(), "the file of images");
    }

    private static Parameter labels() {
        return positional("labels", "the path of the labels", new Text(), "the file of labels");
    }
}
