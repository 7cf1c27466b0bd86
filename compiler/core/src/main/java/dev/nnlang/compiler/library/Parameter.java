package dev.nnlang.compiler.library;

import java.util.Optional;

/**
 * A parameter of a {@link Signature}.
 *
 * @param positional whether the name may be left out
 * @param defaultValue what an omitted argument means, in the language's own notation for messages; empty: it must be given, or
 *     {@code optional}
 * @param optional whether it may be absent altogether, because the compiler chooses
 * @param doc one line for the reference page
 */
public record Parameter(
        String name, Type type, boolean positional, Optional<Object> defaultValue, boolean optional, String doc) {

    /** What an argument may be. */
    public sealed interface Type {}

    /** A whole number from {@code from} to {@code to}, both included. */
    public record Whole(long from, long to) implements Type {}

    /** A real number in an interval; {@code above} and {@code below} tell whether its ends are excluded. */
    public record Real(double from, boolean above, double to, boolean below) implements Type {}

    /** {@code true} or {@code false}. */
    public record Truth() implements Type {}

    /** A quoted text. */
    public record Text() implements Type {}

    /** {@code 5x5}. */
    public record Size(int minimumDims, int maximumDims) implements Type {}

    /** A call of something of a category: {@code init: he}. */
    public record CallOf(Signature.Category category) implements Type {}
}
