package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Notation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.LayerResolver;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.resolve.scope.UnevaluatedArgument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Flow;
import dev.nnlang.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Follows the chains of one body from their start, one layer after the other. A link that cannot be resolved is reported, and the chain goes on
 * behind it.
 */
final class Chains {

    private final Values values;
    private final Scope scope;
    private final LayerBuilder builder;
    private final Diagnostics diagnostics;
    private final Branches branches;

    Chains(Values values, Scope scope, LayerBuilder builder) {
        this.values = values;
        this.scope = scope;
        this.builder = builder;
        this.diagnostics = scope.diagnostics();
        this.branches = new Branches(this, values, scope, builder);
    }

    /** Follows what a {@code let} names: a value, or layers if it does not start with one. */
    void declare(Statement.Let let) {
        if (startsWithValue(let.value())) {
            values.declare(let, follow(links(let.value())));
        } else {
            Value tried = new Chains(values, scope, builder.trial())
                    .follow(
                            links(let.value()),
                            new Value(Value.nothing(let.span()).layer(), true));
            values.declare(let, new NamedLayers(let.value(), new SharedWeights(), tried.sound()));
        }
    }

    private static List<Flow> links(Flow flow) {
        return flow instanceof Flow.Chain chain ? chain.links() : List.of(flow);
    }

    private boolean startsWithValue(Flow flow) {
        if (flow instanceof Flow.Step step) {
            return !isLayer(step.call()) || Branches.isMergeOfValues(step.call());
        }
        if (flow instanceof Flow.Repeat repeat) {
            return startsWithValue(repeat.body());
        }
        return flow instanceof Flow.Chain chain && startsWithValue(chain.links().get(0));
    }

    /** Follows a chain from the value that it starts with. */
    Value follow(List<Flow> links) {
        return follow(links.subList(1, links.size()), start(links.get(0)));
    }

    /** Follows links through which {@code before} flows. Branches and the merge behind them are one. */
    Value follow(List<Flow> links, Value before) {
        Value value = before;
        int next = 0;
        while (next < links.size()) {
            Optional<Expression.Call> merge = branches.mergeBehind(links, next);
            if (merge.isPresent()) {
                value = branches.merged((Flow.Branches) links.get(next), merge.get(), value);
            } else {
                value = link(links.get(next), value);
            }
            next += merge.isPresent() ? 2 : 1;
        }
        return value;
    }

    private Value start(Flow first) {
        if (first instanceof Flow.Chain chain) {
            return follow(chain.links());
        }
        if (first instanceof Flow.Step step) {
            return Branches.isMergeOfValues(step.call()) ? branches.merged(step.call()) : values.start(step.call());
        }
        diagnostics.report(
                Diagnostic.of(DiagnosticKind.CHAIN_STARTS_WITH_LAYER, first.span(), "this repeats what has no start")
                        .withHelp("start the chain before it: let name = … -> ( … ) * 3"));
        return values.nothing(first.span());
    }

    private Value link(Flow link, Value before) {
        if (link instanceof Flow.Step step) {
            return step(step.call(), before);
        }
        if (link instanceof Flow.Chain chain) {
            return follow(chain.links(), before);
        }
        if (link instanceof Flow.Repeat repeat) {
            return repeat(repeat, before);
        }
        diagnostics.report(DiagnosticKind.UNMERGED_BRANCHES, link.span());
        return before.broken();
    }

    private Value repeat(Flow.Repeat repeat, Value before) {
        Optional<Integer> count = branches.count(repeat.count());
        Value value = before;
        for (int i = 0; i < count.orElse(1) && !builder.isFull(); i++) {
            value = follow(links(repeat.body()), value);
        }
        return count.isPresent() ? value : value.broken();
    }

    /** What a layer, an activation, a block or a {@code let} of layers makes of {@code before}. */
    private Value step(Expression.Call call, Value before) {
        String name = call.callee().text();
        if (builder.isFull()) {
            return before.broken();
        }
        Optional<Object> given = scope.constants().argument(name);
        if (given.isPresent()) {
            return given(given.get(), call, before);
        }
        Optional<NamedLayers> named = values.layers(name);
        if (named.isPresent()) {
            return named(named.get(), call, before);
        }
        if (values.knows(name) && !isLayer(call)) {
            valueInside(call);
            return before.broken();
        }
        return scope.layers()
                .block(name)
                .map(block -> Blocks.use(block, call, before, scope, builder))
                .orElseGet(() -> layer(call, before));
    }

    private Value layer(Expression.Call call, Value before) {
        if (LayerResolver.isMerge(call.callee().text())) {
            branches.nothingToMerge(call);
            return before.broken();
        }
        return scope.layers()
                .resolve(call)
                .map(operation -> add(operation, call, before))
                .orElseGet(before::broken);
    }

    private Value add(Layer.Operation operation, Expression.Call call, Value before) {
        return new Value(builder.add(operation, call, List.of(before.layer())), before.sound());
    }

    /** What was given for the block's parameter that stands here. */
    private Value given(Object given, Expression.Call call, Value before) {
        Optional<UnevaluatedArgument> deferred =
                Optional.of(given).filter(UnevaluatedArgument.class::isInstance).map(UnevaluatedArgument.class::cast);
        Optional<Expression.Call> layer = deferred.flatMap(argument -> Calls.of(argument.written()));
        if (call.parentheses()) {
            surplus(call, "what it stands for has its arguments already: write the name alone");
        }
        if (layer.isPresent()) {
            return new Chains(values, deferred.get().scope(), builder).step(layer.get(), before);
        }
        String found =
                deferred.map(argument -> Calls.describe(argument.written())).orElseGet(() -> Notation.of(given));
        diagnostics.report(
                Diagnostic.of(DiagnosticKind.WRONG_TYPE, call.span(), "what stands behind an arrow", "a layer", found)
                        .withHelp("give the name of a layer or an activation for `"
                                + call.callee().text() + "`"));
        return before.broken();
    }

    private Value named(NamedLayers named, Expression.Call call, Value before) {
        if (call.parentheses()) {
            surplus(call, "its layers have their arguments already: write the name alone");
        }
        if (!named.sound()) {
            return before.broken();
        }
        LayerBuilder inside = builder.inside(call).sharing(named.weights());
        return new Chains(values, scope, inside).follow(links(named.flow()), before);
    }

    private void surplus(Expression.Call call, String help) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.SURPLUS_ARGUMENT,
                        call.span(),
                        call.callee().text())
                .withHelp(help));
    }

    /** Whether a step is something that data flows through. */
    boolean isLayer(Expression.Call call) {
        String name = call.callee().text();
        return scope.layers().knows(name)
                || values.layers(name).isPresent()
                || scope.constants().argument(name).isPresent();
    }

    /** A link that is a name and nothing more. */
    static Optional<Expression.Call> name(Flow link) {
        return link instanceof Flow.Step step && !step.call().parentheses()
                ? Optional.of(step.call())
                : Optional.empty();
    }

    /** Reports a value where a layer is needed. */
    void valueInside(Expression.Call call) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.VALUE_INSIDE_CHAIN,
                        call.span(),
                        call.callee().text())
                .withHelp("start a chain of its own with it: " + call.callee().text() + " -> …"));
    }
}
