package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Flow;
import java.util.List;
import java.util.Optional;

/** Follows chains from their start, one layer after the other. A link that cannot be resolved is reported, and the chain goes on behind it. */
final class Chains {

    private final Values values;
    private final LayerResolver layers;
    private final Diagnostics diagnostics;

    Chains(Values values, LayerResolver layers, Diagnostics diagnostics) {
        this.values = values;
        this.layers = layers;
        this.diagnostics = diagnostics;
    }

    Value resolve(Flow flow) {
        return resolve(flow instanceof Flow.Chain chain ? chain.links() : List.of(flow));
    }

    Value resolve(List<Flow> links) {
        Value value = start(links.get(0));
        for (Flow link : links.subList(1, links.size())) {
            value = link(link, value);
        }
        return value;
    }

    boolean isLayer(Expression.Call call) {
        return layers.knows(call.callee().text());
    }

    /** A link that is a name and nothing more. */
    static Optional<Expression.Call> name(Flow link) {
        return link instanceof Flow.Step step && !step.call().parentheses()
                ? Optional.of(step.call())
                : Optional.empty();
    }

    /** Reports the end of a chain that is neither a target nor a layer. */
    void unknownEnd(Expression.Call end, DataSet data) {
        String name = end.callee().text();
        if (values.knows(name)) {
            valueInside(end);
            return;
        }
        List<String> targets = data.targets().stream().map(Column::name).toList();
        if (targets.isEmpty()) {
            return; // which is reported where the data is declared
        }
        Optional<String> layer = Suggestion.closest(name, layers.names());
        if (layer.isPresent() && Suggestion.closest(name, targets).isEmpty()) {
            layers.resolve(end);
            return;
        }
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_TARGET, end.span(), name)
                .withHelp("`" + data.name() + "` has this target: " + String.join(", ", targets));
        diagnostics.report(
                Suggestion.didYouMean(name, targets).map(unknown::withNote).orElse(unknown));
    }

    private Value start(Flow first) {
        if (!(first instanceof Flow.Step step)) {
            return link(first, values.nothing(first.span()));
        }
        if (layers.isPlanned(step.call().callee().text())) {
            layers.resolve(step.call());
            return values.nothing(first.span());
        }
        return values.start(step.call());
    }

    private Value link(Flow link, Value before) {
        if (link instanceof Flow.Step step) {
            return step(step.call(), before);
        }
        if (link instanceof Flow.Chain chain) {
            Value value = before;
            for (Flow part : chain.links()) {
                value = link(part, value);
            }
            return value;
        }
        diagnostics.report(DiagnosticKind.NOT_SUPPORTED_YET, link.span(), planned(link));
        return before.broken();
    }

    private Value step(Expression.Call call, Value before) {
        if (values.knows(call.callee().text()) && !isLayer(call)) {
            valueInside(call);
            return before.broken();
        }
        Optional<Layer.Operation> operation = layers.resolve(call);
        return operation.map(known -> values.add(known, call, before)).orElseGet(before::broken);
    }

    private void valueInside(Expression.Call call) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.VALUE_INSIDE_CHAIN,
                        call.span(),
                        call.callee().text())
                .withHelp("start a chain of its own with it: " + call.callee().text() + " -> …"));
    }

    private static String planned(Flow link) {
        return link instanceof Flow.Repeat ? "repetition (`* 3`)" : "a branch (`( a | b )`)";
    }
}
