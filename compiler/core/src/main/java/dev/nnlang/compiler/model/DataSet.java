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
 * @param policy what else is done with rows
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
        RowPolicy policy,
        Span span) {

    /**
     * The input or target that is called {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column column(String name) {
        return Stream.concat(inputs.stream(), targets.stream())
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + this.name));
    }

    /** The inputs that a network can read: all but texts. */
    public List<Column> features() {
        return inputs.stream()
                .filter(column -> !(column.kind() instanceof Column.Text))
                .toList();
    }

    /** The files that it names, as they are written; of files named by a pattern, the folder that they are in. */
    public List<String> files() {
        return Stream.of(source, test)
                .flatMap(Optional::stream)
                .flatMap(invocation -> invocation.arguments().entrySet().stream())
                .filter(argument -> argument.getValue() instanceof String
                        && !argument.getKey().equals("separator"))
                .map(argument -> withoutPattern((String) argument.getValue()))
                .sorted()
                .toList();
    }

    private static String withoutPattern(String path) {
        int star = path.indexOf('*');
        return star < 0 ? path : path.substring(0, path.lastIndexOf('/', star) + 1);
    }
}
