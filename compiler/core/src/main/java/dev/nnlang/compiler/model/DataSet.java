package dev.nnlang.compiler.model;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code data Flower { … }}: a row's columns, where rows come from and how they are split.
 *
 * @param source {@code csv(…)} or {@code idx(…)}; empty when the Java program that trains supplies the rows
 * @param test a separate test source
 * @param split {@code random(…)} or {@code stratified(…)}, with the arguments {@code train}, {@code validation}, {@code test} as shares of 1
 * @param ignored headers of the file that are not read
 */
public record DataSet(
        String name,
        String doc,
        List<Column> inputs,
        List<Column> targets,
        Optional<Invocation> source,
        Optional<Invocation> test,
        Invocation split,
        List<String> ignored,
        Span span) {

    /** The files that it names, as they are written. */
    public List<String> files() {
        return Stream.of(source, test)
                .flatMap(Optional::stream)
                .flatMap(invocation -> invocation.arguments().values().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .sorted()
                .toList();
    }
}
