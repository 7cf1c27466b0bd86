package dev.nnlang.training.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One column of a {@link Schema}.
 *
 * @param name its name in the {@code .nn} file
 * @param header its name in the file's header; the same unless said otherwise
 * @param kind what it holds
 * @param preprocessing the steps from the file's value to the network's, in order
 * @param fields the names that its elements have in the header of the training file; empty if that is not known, and
 *     then they follow {@code header} one after the other
 */
public record Column(String name, String header, Kind kind, List<Preprocessing> preprocessing, List<String> fields) {

    public Column {
        preprocessing = List.copyOf(preprocessing);
        fields = List.copyOf(fields);
        if ((kind instanceof Labels || kind instanceof Texts) && !preprocessing.isEmpty()) {
            throw new IllegalArgumentException("only numbers take preprocessing: " + name);
        }
        if (preprocessing.stream().map(Object::getClass).distinct().count() < preprocessing.size()) {
            throw new IllegalArgumentException("a step of preprocessing stands twice: " + name);
        }
        if (preprocessing.stream().skip(1).anyMatch(Preprocessing.Impute.class::isInstance)) {
            throw new IllegalArgumentException("what is missing must be put in first: " + name);
        }
    }

    /** One number a row. */
    public static Column real(String name) {
        return real(name, 1);
    }

    /** A vector: so many consecutive columns of the file. */
    public static Column real(String name, int width) {
        return new Column(name, name, new Reals(width, false), List.of(), List.of());
    }

    /** One whole number a row. */
    public static Column integer(String name) {
        return integer(name, 1);
    }

    /** A vector of whole numbers. */
    public static Column integer(String name, int width) {
        return new Column(name, name, new Reals(width, true), List.of(), List.of());
    }

    /** A text, which goes with the row but into no network. */
    public static Column text(String name) {
        return new Column(name, name, new Texts(), List.of(), List.of());
    }

    /** One of some values; a row holds the index of its value. */
    public static Column oneOf(String name, String... values) {
        return oneOf(name, List.of(values));
    }

    /** One of some values, as they are written in the file. */
    public static Column oneOf(String name, List<String> values) {
        return new Column(name, name, new Labels(values), List.of(), List.of());
    }

    /** An image of unsigned bytes, {@code [height][width][channels]}. */
    public static Column image(String name, int height, int width, int channels) {
        return new Column(name, name, new Image(height, width, channels), List.of(), List.of());
    }

    /** The same column under another name in the file. */
    public Column header(String header) {
        return new Column(name, header, kind, preprocessing, fields);
    }

    /** The same column with one more step of preprocessing. */
    public Column then(Preprocessing step) {
        List<Preprocessing> steps = new ArrayList<>(preprocessing);
        steps.add(step);
        return new Column(name, header, kind, steps, fields);
    }

    /** The same column, whose elements have these names in a file's header. */
    public Column fields(List<String> names) {
        return new Column(name, header, kind, preprocessing, names);
    }

    /** How many numbers a row has in this column. */
    public int width() {
        return kind.width();
    }

    /** Whether a value may be missing in the data, because something is put in its place. */
    public boolean imputed() {
        return !preprocessing.isEmpty() && preprocessing.get(0) instanceof Preprocessing.Impute;
    }

    /** What a column holds. */
    public sealed interface Kind {
        /** How many values a row has. */
        int width();

        /** How many numbers a network sees that reads the column beside others: for labels one each, 1 at the row's own. */
        default int features() {
            return width();
        }

        /** How many statistics a transform keeps: one for each number, or for each channel of an image. */
        default int elements() {
            return width();
        }
    }

    /**
     * Numbers.
     *
     * @param whole whether they have no fraction
     */
    public record Reals(int width, boolean whole) implements Kind {}

    /** A text. */
    public record Texts() implements Kind {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public int features() {
            return 0;
        }
    }

    /** One of these, as written in the file. */
    public record Labels(List<String> values) implements Kind {
        public Labels {
            values = List.copyOf(values);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public int features() {
            return values.size();
        }
    }

    /** Pixels. */
    public record Image(int height, int columns, int channels) implements Kind {
        @Override
        public int width() {
            return height * columns * channels;
        }

        @Override
        public int elements() {
            return channels;
        }
    }
}
