package dev.nnlang.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code data} declaration says: columns, where the rows come from, how they are split. Built step by step, each
 * step a new schema.
 *
 * @param name the declaration's name, as {@code Flower}
 * @param inputs the columns the network sees, in declared order
 * @param targets the columns it is to learn
 * @param order all columns in declared order: that of a file without header
 * @param source where the rows come from; empty if the Java program brings them
 * @param test a separate source of test rows
 * @param ignored headers of the file that are not read
 * @param policy what else is done with rows
 */
public record Schema(
        String name,
        List<Column> inputs,
        List<Column> targets,
        List<Column> order,
        Optional<Source> source,
        Optional<Source> test,
        Split split,
        List<String> ignored,
        RowPolicy policy) {

    public Schema {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        order = List.copyOf(order);
        ignored = List.copyOf(ignored);
        if (test.isPresent() && split.test() > 0) {
            throw new IllegalArgumentException(name + " has a test source and a test share of its split");
        }
    }

    /** A schema without columns, all of whose rows are trained on. */
    public static Schema named(String name) {
        return new Schema(
                name,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Split.none(),
                List.of(),
                RowPolicy.PLAIN);
    }

    /** The target that is one of some values, the first of them; empty if there is none. */
    public Optional<Column> label() {
        return targets.stream()
                .filter(column -> column.kind() instanceof Column.Labels)
                .findFirst();
    }

    /** With one more column that the network sees. */
    public Schema input(Column column) {
        return new Schema(
                name, plus(inputs, column), targets, plus(order, column), source, test, split, ignored, policy);
    }

    /** With one more column that the network learns. */
    public Schema target(Column column) {
        return new Schema(
                name, inputs, plus(targets, column), plus(order, column), source, test, split, ignored, policy);
    }

    /** With this source of its rows. */
    public Schema source(Source rows) {
        return new Schema(name, inputs, targets, order, Optional.of(rows), test, split, ignored, policy);
    }

    /** With a source of test rows of their own. */
    public Schema test(Source rows) {
        return new Schema(name, inputs, targets, order, source, Optional.of(rows), split, ignored, policy);
    }

    /** With this split. */
    public Schema split(Split shares) {
        return new Schema(name, inputs, targets, order, source, test, shares, ignored, policy);
    }

    /** With these columns of the file left unread. */
    public Schema ignore(String... headers) {
        return new Schema(name, inputs, targets, order, source, test, split, List.of(headers), policy);
    }

    /** With this treatment of rows. */
    public Schema policy(RowPolicy treatment) {
        return new Schema(name, inputs, targets, order, source, test, split, ignored, treatment);
    }

    /** The inputs alone, of which predictions are made. */
    public Schema inputsAlone() {
        return new Schema(
                name,
                inputs,
                List.of(),
                inputs,
                source,
                Optional.empty(),
                Split.none(),
                List.of(),
                RowPolicy.PREDICTING);
    }

    /** With the names that elements of columns have in the header of the training file, by column. */
    public Schema fields(Map<String, List<String>> names) {
        return new Schema(
                name,
                named(inputs, names),
                named(targets, names),
                named(order, names),
                source,
                test,
                split,
                ignored,
                policy);
    }

    private static List<Column> named(List<Column> columns, Map<String, List<String>> names) {
        return columns.stream()
                .map(column -> column.fields(names.getOrDefault(column.name(), column.fields())))
                .toList();
    }

    private static List<Column> plus(List<Column> columns, Column more) {
        List<Column> longer = new ArrayList<>(columns);
        longer.add(more);
        return longer;
    }
}
