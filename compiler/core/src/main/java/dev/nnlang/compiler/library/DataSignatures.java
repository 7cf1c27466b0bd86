package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.AUGMENTATION;
import static dev.nnlang.compiler.library.Signature.Category.COLUMN_TYPE;
import static dev.nnlang.compiler.library.Signature.Category.DATA_SETTING;
import static dev.nnlang.compiler.library.Signature.Category.SPLIT;
import static dev.nnlang.compiler.library.Signature.Category.TRANSFORM;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Bounds;
import dev.nnlang.compiler.library.Parameter.Choice;
import dev.nnlang.compiler.library.Parameter.Share;
import dev.nnlang.compiler.library.Parameter.Size;
import dev.nnlang.compiler.library.Parameter.Whole;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code data} declaration may say, but for its {@link SourceSignatures sources}. */
final class DataSignatures {

    private static final double ROUNDING = 1e-9;
    private static final String PICTURE = "input image: image(32x32x3)";

    static final List<Signature> ROWS = List.of(
            supported(DATA_SETTING, "source", "where rows come from; without it the Java program supplies them")
                    .example("source: csv(\"patients.csv\")"),
            supported(DATA_SETTING, "test", "a source of its own for testing")
                    .example("source: csv(\"train.csv\")", "test:   csv(\"test.csv\")"),
            supported(
                            DATA_SETTING,
                            "split",
                            "how rows are shared out; `random(train: 70%, validation: 15%, test: 15%)`,"
                                    + " or `random(train: 90%, validation: 10%)` where there is a test source")
                    .example("split: random(train: 90%, validation: 10%)"),
            supported(DATA_SETTING, "ignore", "columns of the file that are not read")
                    .example("source: csv(\"patients.csv\")", "ignore: id, remark"),
            supported(DATA_SETTING, "augment", "random changes of training images")
                    .example(PICTURE, "augment: horizontal_flip, crop(padding: 4)"),
            supported(DATA_SETTING, "balance", "training sees each class equally often", classes())
                    .example("balance: classes"),
            supported(
                            DATA_SETTING,
                            "missing",
                            "what happens to rows in which something is missing; an error if nothing is said",
                            drop())
                    .example("missing: drop"),
            supported(
                            DATA_SETTING,
                            "stream",
                            "how many rows are in memory at a time, for data that do not fit into it",
                            buffer())
                    .example("source: csv(\"patients.csv.gz\")", "stream: 10000"),
            supported(COLUMN_TYPE, "real", "a number, or several with a length: `real[64]`")
                    .example("input age: real", "input pulse: real[24]"),
            supported(COLUMN_TYPE, "image", "pixels from 0 to 255", imageSize()).example("input photo: image(64x64x3)"),
            supported(COLUMN_TYPE, "integer", "a whole number, or several with a length: `integer[7]`")
                    .example("input visits: integer"),
            supported(COLUMN_TYPE, "text", "a text, which goes with the row but into no network")
                    .example("input name: text", "input age: real"),
            supported(COLUMN_TYPE, "one of", "one of some values, or of some whole numbers")
                    .example("input ward: one of north, south, west", "target digit: one of 0..9"),
            supported(TRANSFORM, "standardize", "mean 0 and standard deviation 1, measured on the training split")
                    .example("input age, weight: real -> standardize"),
            supported(TRANSFORM, "center", "mean 0, measured on the training split")
                    .example("input age, weight: real -> center"),
            supported(TRANSFORM, "scale", "the smallest value to the range's start, the largest to its end", range())
                    .example("input photo: image(64x64x3) -> scale(0..1)"),
            supported(
                            TRANSFORM,
                            "impute",
                            "the mean or median of the training split, or a number, where a value is missing",
                            filling())
                    .example("input age: real -> impute(median) -> standardize"),
            supported(AUGMENTATION, "horizontal_flip", "left and right change places, in every second image")
                    .example(PICTURE, "augment: horizontal_flip"),
            supported(AUGMENTATION, "shift", "moved in any direction, the edges repeated", pixels())
                    .example(PICTURE, "augment: shift(2)"),
            supported(AUGMENTATION, "crop", "a piece of the image's own size, with black around the image", margin())
                    .example(PICTURE, "augment: crop(padding: 4)"),
            split("random", "rows drawn at random, by the seed").example("split: random(train: 80%, validation: 20%)"),
            split("stratified", "rows drawn at random, each class in its share")
                    .example("split: stratified(train: 70%, validation: 15%, test: 15%)"));

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
                        "the shares of a split must add up to 100%",
                        shares -> ", but these are " + new Share().notation(sum(shares))))
                .where(new Rule(
                        Optional.of("train"),
                        shares -> (double) shares.get("train") > 0,
                        "some rows must be left to train on"));
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
}
