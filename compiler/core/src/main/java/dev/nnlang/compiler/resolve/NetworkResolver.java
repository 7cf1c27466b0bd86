package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Flow;
import dev.nnlang.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Resolves one {@code network}: its values, its chains, and the one that ends in the target. */
final class NetworkResolver {

    private final Declaration.Network network;
    private final Rows rows;
    private final Optional<String> loss;
    private final Values values;
    private final Chains chains;
    private final Diagnostics diagnostics;
    private Optional<Output> output = Optional.empty();

    /** The value that reached a target, and the place that says so. */
    private record Output(Value value, Column target, Span span) {}

    /** @param loss the name of what it is trained with, if it is trained */
    NetworkResolver(Declaration.Network network, Rows rows, Optional<String> loss, Services services) {
        this.network = network;
        this.rows = rows;
        this.loss = loss;
        this.diagnostics = services.diagnostics();
        Services inNetwork = services.with(new Constants.Classes(rows.data().name(), classes()));
        this.values = new Values(rows.data(), inNetwork.layers(), network.body(), diagnostics);
        this.chains = new Chains(values, inNetwork.layers(), diagnostics);
    }

    /** Resolves all statements; what is wrong is reported. */
    void resolve() {
        for (Statement statement : network.body()) {
            if (statement instanceof Statement.Let let) {
                values.declare(let, chains.resolve(let.value()));
            } else if (statement instanceof Statement.Chain chain) {
                resolve(chain.flow());
            }
        }
        checkUsed();
        checkReached();
        output.filter(reached -> reached.value().sound() && rows.sound()).ifPresent(reached -> new OutputChecks(
                        reached.value().layer(), reached.target(), reached.span(), loss, diagnostics)
                .run());
    }

    /** Whether all of its chains are known from their start to the target, so that what they leave out is left out. */
    boolean isConnected() {
        return output.isPresent() && values.startsAreKnown();
    }

    /** The column that the network predicts; empty if that could not be told. */
    Optional<Column> target() {
        return output.map(Output::target);
    }

    /** The network, once nothing has been found wrong with it. */
    Network network(Optional<Training> training) {
        Output reached = output.orElseThrow();
        return new Network(
                network.name().text(),
                network.doc(),
                rows.data(),
                values.layers(),
                reached.value().layer(),
                reached.target(),
                training,
                network.name().span());
    }

    private void resolve(Flow.Chain chain) {
        List<Flow> links = chain.links();
        Flow last = links.get(links.size() - 1);
        Optional<Expression.Call> end = Chains.name(last).filter(call -> !chains.isLayer(call));
        Value value = chains.resolve(end.isPresent() ? links.subList(0, links.size() - 1) : links);
        if (end.isPresent()) {
            finish(value, end.get());
        } else if (value.sound()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.CHAIN_WITHOUT_TARGET, last.span())
                    .withHelp("go on to the target: " + last.span().text() + " -> " + targetNames())
                    .withHelp("or name the value, to use it elsewhere: let name = …"));
        }
    }

    private void finish(Value value, Expression.Call end) {
        String name = end.callee().text();
        Optional<Column> target = rows.data().targets().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
        if (target.isEmpty()) {
            chains.unknownEnd(end, rows.data());
        } else if (output.isEmpty()) {
            output = Optional.of(new Output(value, target.get(), end.span()));
        } else if (output.get().target() == target.get()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_TARGET, end.span(), name)
                    .withSecondary(output.get().span(), "the first one ends here")
                    .withHelp("keep one of them"));
        } else {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NOT_SUPPORTED_YET, end.span(), "a network with several outputs")
                            .withSecondary(output.get().span(), "the first output")
                            .withHelp("declare a network for each target"));
        }
    }

    private void checkUsed() {
        Set<String> mentioned = Mentions.of(network.body());
        values.declared().stream()
                .filter(let -> !mentioned.contains(let.name().text()))
                .forEach(let -> diagnostics.report(Diagnostic.of(
                                DiagnosticKind.UNUSED_VALUE,
                                let.name().span(),
                                let.name().text())
                        .withHelp("start a chain with it: " + let.name().text() + " -> …")));
    }

    private void checkReached() {
        boolean silent = network.body().stream().anyMatch(Statement.Chain.class::isInstance) || !rows.sound();
        if (output.isEmpty() && !silent) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_TARGET,
                            network.name().span(),
                            network.name().text())
                    .withHelp("end one in it: input -> … -> " + targetNames()));
        }
    }

    private String targetNames() {
        return rows.data().targets().isEmpty()
                ? "target"
                : rows.data().targets().get(0).name();
    }

    /** How many values the target has that some chain ends in, or else the only such target. */
    private OptionalInt classes() {
        Set<String> mentioned = Mentions.of(network.body());
        List<Column> targets = rows.data().targets();
        return targets.stream()
                .filter(column -> targets.size() == 1 || mentioned.contains(column.name()))
                .map(Column::kind)
                .filter(Column.OneOf.class::isInstance)
                .mapToInt(kind -> ((Column.OneOf) kind).labels().size())
                .findFirst();
    }
}
