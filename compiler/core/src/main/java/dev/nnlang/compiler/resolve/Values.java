package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that chains of one network start with: all inputs, one column, or what a {@code let} names. */
final class Values {

    static final String INPUT = "input";

    private final DataSet data;
    private final LayerResolver known;
    private final List<Statement> body;
    private final Diagnostics diagnostics;
    private final LayerNames names = new LayerNames();
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Statement.Let> lets = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private boolean startsAreKnown = true;

    Values(DataSet data, LayerResolver known, List<Statement> body, Diagnostics diagnostics) {
        this.data = data;
        this.known = known;
        this.body = body;
        this.diagnostics = diagnostics;
        names.exact(INPUT);
        data.inputs().forEach(column -> names.exact(column.name()));
    }

    /** Every layer so far, each behind those it reads. */
    List<Layer> layers() {
        return List.copyOf(layers);
    }

    List<Statement.Let> declared() {
        return List.copyOf(lets.values());
    }

    /** Adds a layer that reads {@code input}. */
    Value add(Layer.Operation operation, Expression.Call call, Value input) {
        Layer layer = new Layer(names.next(call.callee().text()), operation, List.of(input.layer()), call.span());
        layers.add(layer);
        return new Value(layer, input.sound());
    }

    void declare(Statement.Let let, Value value) {
        String name = let.name().text();
        Statement.Let earlier = lets.get(name);
        Optional<String> owner = owner(name);
        if (earlier != null) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.REPEATED_NAME, let.name().span(), name)
                            .withSecondary(earlier.name().span(), "first declared here")
                            .withHelp("choose another name"));
        } else if (owner.isPresent()) {
            diagnostics.report(DiagnosticKind.TAKEN_NAME, let.name().span(), name, owner.get());
        } else {
            lets.put(name, let);
            values.put(name, value);
        }
    }

    private Optional<String> owner(String name) {
        if (name.equals(INPUT)) {
            return Optional.of("all input columns");
        }
        if (columns().stream().anyMatch(column -> column.name().equals(name))) {
            return Optional.of("a column");
        }
        return known.knows(name) ? Optional.of("a layer, an activation or a block") : Optional.empty();
    }

    boolean knows(String name) {
        return name.equals(INPUT) || values.containsKey(name) || column(name).isPresent();
    }

    /** The value that a chain starts with. */
    Value start(Expression.Call call) {
        String name = call.callee().text();
        if (knows(name) && call.parentheses()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.SURPLUS_ARGUMENT, call.span(), name)
                    .withHelp("a value is a name alone: " + name));
        }
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (name.equals(INPUT)) {
            return input(data.features(), INPUT, call.span());
        }
        column(name).filter(column -> column.kind() instanceof Column.Text).ifPresent(column -> readText(call));
        return column(name)
                .map(column -> input(List.of(column), column.name(), call.span()))
                .orElseGet(() -> unknown(call));
    }

    /** Whether every chain so far started with a value. */
    boolean startsAreKnown() {
        return startsAreKnown;
    }

    /** A value to go on with where none was found. */
    Value nothing(Span place) {
        startsAreKnown = false;
        return new Value(new Layer(INPUT, new Layer.Input(data.inputs()), List.of(), place), false);
    }

    private void readText(Expression.Call call) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.TEXT_COLUMN, call.span(), call.callee().text(), "can only read")
                .withSecondary(column(call.callee().text()).orElseThrow().span(), "declared here")
                .withHelp("if there are only some of them, list them: one of red, green, blue"));
    }

    private Value input(List<Column> columns, String name, Span place) {
        Layer.Input operation = new Layer.Input(columns);
        Layer layer = layers.stream()
                .filter(existing -> existing.operation().equals(operation))
                .findFirst()
                .orElseGet(() -> {
                    Layer added = new Layer(name, operation, List.of(), place);
                    layers.add(added);
                    return added;
                });
        return new Value(layer, true);
    }

    private Value unknown(Expression.Call call) {
        String name = call.callee().text();
        Span place = call.callee().span();
        if (data.targets().stream().anyMatch(column -> column.name().equals(name))) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.TARGET_AS_INPUT, place, name)
                    .withHelp("start with the inputs: input -> …"));
        } else if (known.knows(name)) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.CHAIN_STARTS_WITH_LAYER, place, name)
                    .withHelp("say what flows into it: input -> " + call.span().text()));
        } else {
            diagnostics.report(unknownValue(name, place));
        }
        return nothing(call.span());
    }

    private Diagnostic unknownValue(String name, Span place) {
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_VALUE, place, name);
        for (Statement statement : body) {
            if (statement instanceof Statement.Let let && let.name().text().equals(name)) {
                return unknown.withSecondary(let.name().span(), "it is declared only here")
                        .withHelp("move the `let` before its use");
            }
        }
        List<String> known = Lists.concat(
                List.of(INPUT), data.inputs().stream().map(Column::name).toList(), values.keySet());
        Diagnostic helped = unknown.withHelp("a chain starts with one of these: " + String.join(", ", known));
        return Suggestion.didYouMean(name, known).map(helped::withNote).orElse(helped);
    }

    private Optional<Column> column(String name) {
        return data.inputs().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private List<Column> columns() {
        List<Column> all = new ArrayList<>(data.inputs());
        all.addAll(data.targets());
        return all;
    }
}
