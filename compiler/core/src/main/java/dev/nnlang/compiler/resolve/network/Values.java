package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.resolve.scope.Lists;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the names of one body stand for: what comes in, and what a {@code let} names. */
public final class Values {

    private final Terminals ports;
    private final Predicate<String> isLayer;
    private final List<Statement> body;
    private final Diagnostics diagnostics;
    private final Map<String, Statement.Let> lets = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, NamedLayers> layers = new LinkedHashMap<>();
    private boolean startsAreKnown = true;

    /** @param isLayer whether a name is that of a layer, an activation or a block */
    Values(Terminals ports, Predicate<String> isLayer, List<Statement> body, Diagnostics diagnostics) {
        this.ports = ports;
        this.isLayer = isLayer;
        this.body = body;
        this.diagnostics = diagnostics;
    }

    /** What was declared, each name once. */
    Collection<Statement.Let> declared() {
        return lets.values();
    }

    void declare(Statement.Let let, Value value) {
        if (isFree(let)) {
            values.put(let.name().text(), value);
        }
    }

    void declare(Statement.Let let, NamedLayers named) {
        if (isFree(let)) {
            layers.put(let.name().text(), named);
        }
    }

    private boolean isFree(Statement.Let let) {
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
        }
        return earlier == null && owner.isEmpty();
    }

    private Optional<String> owner(String name) {
        if (ports.in().containsKey(name)) {
            return Optional.of(ports.in().get(name).noun());
        }
        if (ports.out().contains(name)) {
            return Optional.of("the " + ports.outNoun());
        }
        return isLayer.test(name) ? Optional.of("a layer, an activation or a block") : Optional.empty();
    }

    /** Whether {@code name} is a value. */
    boolean knows(String name) {
        return ports.in().containsKey(name) || values.containsKey(name);
    }

    /** The layers that a {@code let} names. */
    Optional<NamedLayers> layers(String name) {
        return Optional.ofNullable(layers.get(name));
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
        return ports.in().containsKey(name) ? ports.in().get(name).value().apply(call.span()) : unknown(call);
    }

    /** Whether every chain so far started with a value. */
    boolean startsAreKnown() {
        return startsAreKnown;
    }

    /** A value to go on with behind a start that is none. */
    Value nothing(Span place) {
        startsAreKnown = false;
        return Value.nothing(place);
    }

    private Value unknown(Expression.Call call) {
        String name = call.callee().text();
        Span place = call.callee().span();
        if (ports.out().contains(name)) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.TARGET_AS_INPUT, place, name, ports.outNoun(), ports.outIsNoStart())
                            .withHelp("start with what comes in: " + ports.firstIn() + " -> …"));
        } else if (layers.containsKey(name)) {
            diagnostics.report(startsWithLayer(call)
                    .withSecondary(lets.get(name).name().span(), "what this names starts with a layer"));
        } else if (isLayer.test(name)) {
            diagnostics.report(startsWithLayer(call));
        } else {
            diagnostics.report(unknownValue(name, place));
        }
        return nothing(call.span());
    }

    private Diagnostic startsWithLayer(Expression.Call call) {
        return Diagnostic.of(
                        DiagnosticKind.CHAIN_STARTS_WITH_LAYER,
                        call.callee().span(),
                        "`" + call.callee().text() + "` is a layer")
                .withHelp("say what flows into it: " + ports.firstIn() + " -> "
                        + call.span().text())
                .withHelp("or is a `->` missing right before it?");
    }

    private Diagnostic unknownValue(String name, Span place) {
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_VALUE, place, name);
        for (Statement statement : body) {
            if (statement instanceof Statement.Let let && let.name().text().equals(name)) {
                return unknown.withSecondary(let.name().span(), "it is declared only here")
                        .withHelp("move the `let` before its use");
            }
        }
        List<String> known = Lists.concat(ports.in().keySet(), values.keySet());
        Diagnostic helped = unknown.withHelp("a chain starts with one of these: " + String.join(", ", known));
        return Suggestion.didYouMean(name, known).map(helped::withNote).orElse(helped);
    }
}
