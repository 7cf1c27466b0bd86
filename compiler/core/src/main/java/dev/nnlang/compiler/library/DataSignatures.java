package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.AUGMENTATION;
import static dev.nnlang.compiler.library.Signature.Category.COLUMN_TYPE;
import static dev.nnlang.compiler.library.Signature.Category.DATA_SETTING;
import static dev.nnlang.compiler.library.Signature.Category.SOURCE;
import static dev.nnlang.compiler.library.Signature.Category.SPLIT;
import static dev.nnlang.compiler.library.Signature.Category.TRANSFORM;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Bounds;
import dev.nnlang.compiler.library.Parameter.Choice;
import dev.nnlang.compiler.library.Parameter.Share;
import dev.nnlang.compiler.library.Parameter.Size;
import dev.nnlang.compiler.library.Parameter.Text;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Parameter.Whole;
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
            supported(DATA_SETTING, "augment", "random changes of training images"),
            supported(DATA_SETTING, "balance", "`classes` lets training see each class equally often", classes()),
            supported(
                    DATA_SETTING,
                    "missing",
                    "`drop` leaves out rows in which something is missing; an error if nothing is said",
                    drop()),
            supported(
                    DATA_SETTING,
                    "stream",
                    "how many rows are in memory at a time, for data that do not fit into it",
                    buffer()),
            supported(COLUMN_TYPE, "real", "a number, or several with a length: real[64]"),
            supported(COLUMN_TYPE, "image", "pixels from 0 to 255", imageSize()),
            supported(COLUMN_TYPE, "integer", "a whole number, or several with a length: integer[7]"),
            supported(COLUMN_TYPE, "text", "a text, which goes with the row but into no network"),
            supported(TRANSFORM, "standardize", "mean 0 and standard deviation 1, measured on the training split"),
            supported(TRANSFORM, "center", "mean 0, measured on the training split"),
            supported(TRANSFORM, "scale", "the smallest value to the range's start, the largest to its end", range()),
            supported(
                    TRANSFORM,
                    "impute",
                    "the mean or median of the training split, or a number, where a value is missing",
                    filling()),
            supported(SOURCE, "csv", "a table of text, plain or gzip", path(), header(), separator())
                    .where(new Rule(
                            Optional.of("separator"),
                            arguments -> isSeparator((String) arguments.get("separator")),
                            arguments ->
                                    "a separator is one character that is no quote, as \";\", or \"\\t\" for a tab")),
            supported(SOURCE, "idx", "images and labels in MNIST's format, plain or gzip", images(), labels()),
            supported(SOURCE, "npy", "two of NumPy's arrays, plain or gzip", inputs(), targets()),
            supported(SOURCE, "images", "a folder of images for each label, which is its name", folders(), resize())
                    .where(new Rule(
                            Optional.of("folders"),
                            arguments -> ((String) arguments.get("folders")).contains("*"),
                            arguments ->
                                    "the path of the folders needs a * in place of the label, as in \"train/*/\"")),
            supported(SOURCE, "cifar10", "CIFAR-10's binary files", files()),
            supported(AUGMENTATION, "horizontal_flip", "left and right change places, in every second image"),
            supported(AUGMENTATION, "shift", "moved in any direction, the edges repeated", pixels()),
            supported(AUGMENTATION, "crop", "a piece of the image's own size, with black around the image", margin()),
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

    private static boolean isSeparator(String separator) {
        return separator.length() == 1 && "\"\r\n".indexOf(separator.charAt(0)) < 0;
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

    private static Parameter separator() {
        return named("separator", "a separator", new Text(), "the character between two values")
                .orElse(",");
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

    private static Parameter filling() {
        return positional(
                "value",
                "what is put where a value is missing",
                Choice.orNumber("mean", "median"),
                "mean and median are those of the training split");
    }

    private static Parameter classes() {
        return positional("of", "what is balanced", Choice.of("classes"), "the values of the target");
    }

    private static Parameter drop() {
        return positional("rows", "what happens to rows with missing values", Choice.of("drop"), "they are left out");
    }

    private static Parameter buffer() {
        return positional("rows", "a buffer", Whole.atLeast(1), "rows that wait to be drawn at random");
    }

    private static Parameter pixels() {
        return positional("pixels", "a shift", Whole.atLeast(1), "the farthest in each direction");
    }

    private static Parameter margin() {
        return named("padding", "a padding", Whole.atLeast(1), "pixels on each side");
    }

    private static Parameter images() {
        return positional("images", "the path of the images", new Text(), "the file of images");
    }

    private static Parameter labels() {
        return positional("labels", "the path of the labels", new Text(), "the file of labels");
    }
}
