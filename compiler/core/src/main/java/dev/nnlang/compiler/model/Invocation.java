package dev.nnlang.compiler.model;

import dev.nnlang.compiler.library.ClassNumbers;
import dev.nnlang.compiler.library.Interval;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of something from the table of signatures, with every argument checked and every default filled in: {@code dense(16)},
 * {@code csv("iris.csv")}, {@code sgd(rate: 0.1)}.
 *
 * @param arguments by parameter name. The values are {@link Long}, {@link Double}, {@link Boolean}, {@link String}, a {@code List} of
 *     {@link Long} (a size), an {@link Interval} or an {@link Invocation}; an optional parameter without a value is absent
 */
public record Invocation(Signature signature, Map<String, Object> arguments, Span span) {

    /** The name of what is called. */
    public String name() {
        return signature.name();
    }

    /** Whether it puts several values together. */
    public boolean isMerge() {
        return signature.category() == Signature.Category.MERGE;
    }

    /** Whether a value was given, or is there by default. */
    public boolean has(String parameter) {
        return arguments.containsKey(parameter);
    }

    public int whole(String parameter) {
        return Math.toIntExact(get(parameter, Long.class));
    }

    public double real(String parameter) {
        return get(parameter, Double.class);
    }

    public boolean truth(String parameter) {
        return get(parameter, Boolean.class);
    }

    public String text(String parameter) {
        return get(parameter, String.class);
    }

    /** A value that is one of some words, a {@link String}, or else a {@link Double}. */
    public Object choice(String parameter) {
        return get(parameter, Object.class);
    }

    /** The dimensions of a size such as {@code 5x5}. */
    public List<Integer> size(String parameter) {
        return ((List<?>) get(parameter, List.class))
                .stream().map(dim -> Math.toIntExact((Long) dim)).toList();
    }

    /** A range such as {@code 0..1}. */
    public Interval interval(String parameter) {
        return get(parameter, Interval.class);
    }

    /** A number for each of some classes, by their names: {@code per_class(ill: 5)}. */
    public Optional<Map<String, Double>> classNumbers(String parameter) {
        return Optional.ofNullable((ClassNumbers) arguments.get(parameter)).map(ClassNumbers::numbers);
    }

    /** A value that is a call itself: {@code init: normal(0.01)}. */
    public Optional<Invocation> call(String parameter) {
        return arguments.get(parameter) instanceof Invocation call ? Optional.of(call) : Optional.empty();
    }

    /** The same call with another value for a parameter. */
    public Invocation with(String parameter, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(arguments);
        changed.put(parameter, value);
        return new Invocation(signature, changed, span);
    }

    private <T> T get(String parameter, Class<T> type) {
        Object value = arguments.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(name() + " has no value for " + parameter);
        }
        return type.cast(value);
    }
}
