package dev.nnlang.compiler.library;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a {@link Signature}.
 *
 * @param noun what messages call it: {@code a learning rate}
 * @param positional whether its value may stand without the name
 * @param defaultValue what an omitted argument means; empty: it must be given, or is {@code optional}
 * @param optional whether it may be absent altogether, because the compiler chooses
 * @param doc one line for the reference page
 */
public record Parameter(
        String name,
        String noun,
        Type type,
        boolean positional,
        Optional<Object> defaultValue,
        boolean optional,
        String doc) {

    /** A parameter that must be given, by its name. */
    public static Parameter named(String name, String noun, Type type, String doc) {
        return new Parameter(name, noun, type, false, Optional.empty(), false, doc);
    }

    /** A parameter that must be given, with or without its name. */
    public static Parameter positional(String name, String noun, Type type, String doc) {
        return new Parameter(name, noun, type, true, Optional.empty(), false, doc);
    }

    /** This one, with a value that an omitted argument has. */
    public Parameter orElse(Object value) {
        return new Parameter(name, noun, type, positional, Optional.of(value), optional, doc);
    }

    /** This one, allowed to be absent. */
    public Parameter orAbsent() {
        return new Parameter(name, noun, type, positional, defaultValue, true, doc);
    }

    /** This one, for values of another type. */
    public Parameter of(Type other) {
        return new Parameter(name, noun, other, positional, defaultValue, optional, doc);
    }

    public boolean required() {
        return defaultValue.isEmpty() && !optional;
    }

    /** How it stands in a signature: {@code momentum: 0}, or the bare name where a value must be given. */
    public String usage() {
        String named = positional ? name : name + ": …";
        return defaultValue.map(value -> name + ": " + type.notation(value)).orElse(optional ? name + ": …" : named);
    }

    /** What an argument may be. */
    public sealed interface Type {

        /** What the value of an argument must be, to follow {@code must be}. */
        String wanted();

        /** What an argument of quite another kind should have been, to follow {@code must be}. */
        default String form() {
            return wanted();
        }

        /** A value of this type as one would write it. */
        default String notation(Object value) {
            return Notation.of(value);
        }
    }

    /** A whole number from {@code from} to {@code to}, both included. */
    public record Whole(long from, long to) implements Type {

        /** Any whole number from {@code from} on that an {@code int} can hold. */
        public static Whole atLeast(long from) {
            return new Whole(from, Integer.MAX_VALUE);
        }

        public boolean holds(double value) {
            return value >= from && value <= to;
        }

        @Override
        public String wanted() {
            return to == Integer.MAX_VALUE ? form() : "a whole number from " + from + " to " + to;
        }

        @Override
        public String form() {
            return "a whole number of at least " + from;
        }
    }

    /** A real number in an interval; {@code above} and {@code below} tell whether its ends are excluded. */
    public record Real(double from, boolean above, double to, boolean below) implements Type {

        public static final Real ANY = new Real(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);
        public static final Real POSITIVE = new Real(0, true, Double.POSITIVE_INFINITY, true);
        public static final Real NOT_NEGATIVE = new Real(0, false, Double.POSITIVE_INFINITY, true);
        /** At least 0 and below 1: a momentum, a probability that something is dropped. */
        public static final Real FRACTION = new Real(0, false, 1, true);

        public boolean holds(double value) {
            return (above ? value > from : value >= from) && (below ? value < to : value <= to);
        }

        @Override
        public String wanted() {
            if (from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY) {
                return "a number";
            }
            String lower = (above ? "above " : "at least ") + Notation.of(from);
            String upper = (below ? "below " : "at most ") + Notation.of(to);
            return to == Double.POSITIVE_INFINITY ? lower : lower + " and " + upper;
        }

        @Override
        public String form() {
            return wanted().equals("a number") ? wanted() : "a number " + (above ? "" : "of ") + wanted();
        }
    }

    /** A share of a whole, written in percent: {@code 70%}. Its value is a part of 1. */
    public record Share() implements Type {
        @Override
        public String wanted() {
            return "a share from 0% to 100%";
        }

        @Override
        public String notation(Object value) {
            double percent = Math.rint((double) value * 1e6) / 1e4;
            return Notation.of(percent) + "%";
        }
    }

    /** {@code true} or {@code false}. */
    public record Truth() implements Type {
        @Override
        public String wanted() {
            return "true or false";
        }
    }

    /**
     * One of some words, or else a number where that is allowed. Its value is a {@link String} or a {@link Double}.
     *
     * @param number what a number must be; empty if only words will do
     */
    public record Choice(List<String> words, Optional<Real> number) implements Type {

        public static Choice of(String... words) {
            return new Choice(List.of(words), Optional.empty());
        }

        /** These words or any number. */
        public static Choice orNumber(String... words) {
            return new Choice(List.of(words), Optional.of(Real.ANY));
        }

        @Override
        public String wanted() {
            return String.join(", ", words) + (number.isPresent() ? " or a number" : "");
        }

        @Override
        public String notation(Object value) {
            return value instanceof String word ? word : Notation.of(value);
        }
    }

    /** A quoted text. */
    public record Text() implements Type {
        @Override
        public String wanted() {
            return "a text in quotes";
        }
    }

    /** {@code 5x5}. */
    public record Size(int minimumDims, int maximumDims) implements Type {
        @Override
        public String wanted() {
            return maximumDims > 2 ? "a size such as 28x28 or 32x32x3" : "a size such as 5x5";
        }
    }

    /**
     * Something for height and width: {@code 2} for both, or {@code 2x1}.
     *
     * @param same whether {@code same} may be written, whose value is the empty list
     */
    public record Directions(int from, boolean same) implements Type {

        /** The word for as much padding as keeps an image's size. */
        public static final String SAME = "same";

        @Override
        public String wanted() {
            return "a whole number of at least " + from + ", or two such as 2x1" + (same ? ", or same" : "");
        }

        @Override
        public String notation(Object value) {
            List<?> each = (List<?>) value;
            if (each.isEmpty()) {
                return SAME;
            }
            return each.get(0).equals(each.get(1)) ? Notation.of(each.get(0)) : Notation.of(each);
        }
    }

    /** {@code 0..1}: an {@link Interval} whose end lies above its start. */
    public record Bounds() implements Type {
        @Override
        public String wanted() {
            return "written from its lower to its upper end, such as 0..1";
        }
    }

    /** A value of the target, by its name or as the file writes it. */
    public record ClassName() implements Type {
        @Override
        public String wanted() {
            return "a value of the target";
        }
    }

    /** The name of a metric of the training or the validation split: {@code validation.loss}. */
    public record MetricName() implements Type {
        @Override
        public String wanted() {
            return "a metric such as validation.loss";
        }
    }

    /** A real number, or a call of something of a category: {@code rate: 0.1}, {@code rate: cosine(0.1, epochs: 20)}. */
    public record RealOrCall(Real real, Signature.Category category) implements Type {
        @Override
        public String wanted() {
            return real.wanted();
        }

        @Override
        public String form() {
            return real.form() + " or " + category.article() + " " + category.noun();
        }
    }

    /** A number for each of some classes: {@code per_class(ill: 5, well: 1)}. */
    public record PerClass(Real real) implements Type {
        @Override
        public String wanted() {
            return "numbers by class, such as per_class(ill: 5, well: 1)";
        }
    }

    /** A call of something of a category: {@code init: he}. */
    public record CallOf(Signature.Category category) implements Type {
        @Override
        public String wanted() {
            return category.article() + " " + category.noun();
        }
    }

    /** Whatever its use inside a block allows. */
    public record Anything() implements Type {
        @Override
        public String wanted() {
            return "a value";
        }
    }
}
