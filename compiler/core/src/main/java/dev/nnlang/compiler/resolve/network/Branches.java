package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.LayerResolver;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a chain becomes several, and where several become one: {@code ( a | b ) -> add}, {@code add(a, b) -> …}. */
final class Branches {

    private static final Parameter COUNT = Parameter.positional(
            "relu * 3",
            "the number of repetitions",
            new Parameter.Whole(1, LayerBuilder.MOST_LAYERS),
            "as often as that, with weights of its own each time");

    private final Chains chains;
    private final Values values;
    private final Scope scope;
    private final LayerBuilder builder;
    private final Diagnostics diagnostics;

    Branches(Chains chains, Values values, Scope scope, LayerBuilder builder) {
        this.chains = chains;
        this.values = values;
        this.scope = scope;
        this.builder = builder;
        this.diagnostics = scope.diagnostics();
    }

    /** Whether a call is no layer but a start: {@code add(a, b)}. */
    static boolean isMergeOfValues(Expression.Call call) {
        return LayerResolver.isMerge(call.callee().text()) && call.parentheses();
    }

    /** The merge that stands behind the branches at {@code index}; empty if there is none, or are no branches. */
    Optional<Expression.Call> mergeBehind(List<Flow> links, int index) {
        if (!(links.get(index) instanceof Flow.Branches) || index + 1 == links.size()) {
            return Optional.empty();
        }
        return links.get(index + 1) instanceof Flow.Step step
                        && LayerResolver.isMerge(step.call().callee().text())
                ? Optional.of(step.call())
                : Optional.empty();
    }

    /** What {@code merge} makes of what the branches make of {@code before}. */
    Value merged(Flow.Branches written, Expression.Call merge, Value before) {
        List<Value> ends = new ArrayList<>();
        for (Flow branch : written.branches()) {
            if (branch instanceof Flow.SideBySide copies) {
                ends.addAll(copies(copies, before));
            } else {
                ends.add(chains.follow(List.of(branch), before));
            }
        }
        return merged(merge, merge, ends);
    }

    private List<Value> copies(Flow.SideBySide copies, Value before) {
        Optional<Integer> count = count(copies.count());
        List<Value> ends = new ArrayList<>();
        for (int i = 0; i < count.orElse(1) && !builder.isFull(); i++) {
            Value end = chains.follow(List.of(copies.body()), before);
            ends.add(count.isPresent() ? end : end.broken());
        }
        return ends;
    }

    /** What {@code add(a, b)} makes of the values that it names. */
    Value merged(Expression.Call merge) {
        List<Value> parts = merge.arguments().stream()
                .map(argument -> part(merge, argument))
                .toList();
        if (parts.size() < 2) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_ARGUMENT_COUNT,
                            merge.span(),
                            merge.callee().text(),
                            "two values or more",
                            parts.isEmpty() ? "is none" : "is one")
                    .withHelp("name what it puts together: " + merge.callee().text() + "(a, b)"));
            return values.nothing(merge.span());
        }
        Expression.Call bare = new Expression.Call(merge.callee(), List.of(), false, merge.span());
        return merged(bare, merge, parts);
    }

    private Value part(Expression.Call merge, Argument argument) {
        argument.name()
                .ifPresent(name -> diagnostics.report(Diagnostic.of(
                                DiagnosticKind.UNKNOWN_ARGUMENT,
                                name.span(),
                                merge.callee().text(),
                                name.text())
                        .withHelp("its values have no names")));
        if (argument.value() instanceof Expression.Reference name && name.path().size() == 1) {
            return values.start(Calls.of(name).orElseThrow());
        }
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.WRONG_TYPE,
                        argument.value().span(),
                        "what `" + merge.callee().text() + "` puts together",
                        "the name of a value",
                        Calls.describe(argument.value()))
                .withHelp("name it first: let name = …"));
        return values.nothing(argument.span());
    }

    private Value merged(Expression.Call call, Expression.Call written, List<Value> parts) {
        List<Layer> layers = parts.stream().map(Value::layer).toList();
        boolean sound = parts.stream().allMatch(Value::sound);
        return scope.layers()
                .resolve(call)
                .map(operation -> new Value(builder.add(operation, written, layers), sound))
                .orElseGet(() -> parts.get(0).broken());
    }

    /** Reports a merge that stands where there is one value only. */
    void nothingToMerge(Expression.Call merge) {
        String name = merge.callee().text();
        diagnostics.report(Diagnostic.of(DiagnosticKind.MERGE_WITHOUT_BRANCHES, merge.span(), name)
                .withHelp("put branches before it: ( … | … ) -> " + name)
                .withHelp("or start a chain with it: " + name + "(a, b) -> …"));
    }

    /** How often something is repeated; empty if that cannot be told, which is reported. */
    Optional<Integer> count(Expression written) {
        return scope.invocations().values().of(COUNT, written).map(count -> Math.toIntExact((long) count));
    }
}
