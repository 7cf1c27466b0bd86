package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.resolve.scope.LayerResolver;
import dev.nnlang.compiler.resolve.scope.ReferencedNames;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Flow;
import dev.nnlang.compiler.syntax.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Follows the statements of a network or a block, and finds what reaches its ends. */
final class Body {

    private final List<Statement> statements;
    private final Terminals ports;
    private final Values values;
    private final Chains chains;
    private final Function<String, Chains> chainsTo;
    private final LayerResolver layers;
    private final Diagnostics diagnostics;
    private final Map<String, End> reached = new LinkedHashMap<>();

    /** The value that reached an end, and the place that says so. */
    record End(String name, Value value, Span span) {}

    Body(List<Statement> statements, Terminals ports, Scope scope, LayerBuilder builder) {
        this(statements, ports, scope, end -> scope, builder);
    }

    /** @param scopes what is known in a chain that ends in a name */
    Body(
            List<Statement> statements,
            Terminals ports,
            Scope scope,
            Function<String, Scope> scopes,
            LayerBuilder builder) {
        this.statements = statements;
        this.ports = ports;
        this.layers = scope.layers();
        this.diagnostics = scope.diagnostics();
        this.values = new Values(ports, layers::knows, statements, diagnostics);
        this.chains = new Chains(values, scope, builder);
        this.chainsTo = end -> new Chains(values, scopes.apply(end), builder);
    }

    /** Follows all statements; what is wrong is reported. */
    void follow() {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Let let) {
                chains.declare(let);
            } else if (statement instanceof Statement.Chain chain) {
                follow(chain.flow());
            }
        }
        checkUsed();
    }

    /** What reached an end, in the order of the text. */
    Collection<End> reached() {
        return reached.values();
    }

    /** Whether every chain starts with a value. */
    boolean startsAreKnown() {
        return values.startsAreKnown();
    }

    private void follow(Flow.Chain chain) {
        List<Flow> links = chain.links();
        Flow last = links.get(links.size() - 1);
        Optional<Expression.Call> end = Chains.name(last).filter(call -> !chains.isLayer(call));
        Value value = end.map(call -> chainsTo.apply(call.callee().text()))
                .orElse(chains)
                .follow(end.isPresent() ? links.subList(0, links.size() - 1) : links);
        if (end.isPresent()) {
            finish(value, end.get());
        } else if (value.sound()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.CHAIN_WITHOUT_TARGET, last.span())
                    .withHelp("go on to the " + ports.outNoun() + ": "
                            + last.span().text() + " -> " + ports.firstOut())
                    .withHelp("or name the value, to use it elsewhere: let name = …"));
        }
    }

    private void finish(Value value, Expression.Call end) {
        String name = end.callee().text();
        if (!ports.out().contains(name)) {
            unknownEnd(end);
            return;
        }
        End earlier = reached.putIfAbsent(name, new End(name, value, end.span()));
        if (earlier != null) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_TARGET, end.span(), name)
                    .withSecondary(earlier.span(), "the first one ends here")
                    .withHelp("keep one of them"));
        }
    }

    private void unknownEnd(Expression.Call end) {
        String name = end.callee().text();
        if (values.knows(name)) {
            chains.valueInside(end);
            return;
        }
        if (ports.out().isEmpty()) {
            return; // which is reported where the data is declared
        }
        Optional<String> layer = Suggestion.closest(name, layers.names());
        if (layer.isPresent() && Suggestion.closest(name, ports.out()).isEmpty()) {
            layers.resolve(end);
            return;
        }
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_TARGET, end.span(), ports.outNoun(), name)
                .withHelp(
                        "`" + ports.owner() + "` has this " + ports.outNoun() + ": " + String.join(", ", ports.out()));
        diagnostics.report(
                Suggestion.didYouMean(name, ports.out()).map(unknown::withNote).orElse(unknown));
    }

    private void checkUsed() {
        Set<String> mentioned = ReferencedNames.of(statements);
        values.declared().stream()
                .map(Statement.Let::name)
                .filter(name -> !mentioned.contains(name.text()))
                .forEach(name -> diagnostics.report(Diagnostic.of(DiagnosticKind.UNUSED_VALUE, name.span(), name.text())
                        .withHelp("start a chain with it: " + name.text() + " -> …")));
    }
}
