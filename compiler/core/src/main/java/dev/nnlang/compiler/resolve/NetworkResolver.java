package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Resolves one {@code network}: its layers, and the one whose value is tied to the target. */
final class NetworkResolver {

    private final Declaration.Network network;
    private final Rows rows;
    private final Optional<String> loss;
    private final Ports ports;
    private final LayerBuilder builder;
    private final Body body;
    private final Diagnostics diagnostics;
    private Optional<Body.End> output = Optional.empty();

    /** @param loss the name of what it is trained with, if it is trained */
    NetworkResolver(Declaration.Network network, Rows rows, Optional<String> loss, Services services) {
        this.network = network;
        this.rows = rows;
        this.loss = loss;
        this.diagnostics = services.diagnostics();
        this.builder = new LayerBuilder(columnNames());
        this.ports = Ports.ofNetwork(rows.data(), builder, diagnostics);
        Services inNetwork = services.with(new Constants.Classes(rows.data().name(), classes()));
        this.body = new Body(network.body(), ports, inNetwork, builder);
    }

    private LayerNames columnNames() {
        LayerNames names = new LayerNames();
        names.exact(Ports.INPUT);
        rows.data().inputs().forEach(column -> names.exact(column.name()));
        return names;
    }

    /** Resolves all statements; what is wrong is reported. */
    void resolve() {
        body.follow();
        if (builder.isFull()) {
            Name name = network.name();
            diagnostics.report(DiagnosticKind.TOO_MANY_LAYERS, name.span(), name.text(), LayerBuilder.MOST_LAYERS);
        }
        output = body.reached().stream().findFirst();
        body.reached().stream().skip(1).forEach(this::severalOutputs);
        checkReached();
        output.filter(end -> end.value().sound() && rows.sound()).ifPresent(end -> new OutputChecks(
                        end.value().layer(), target().orElseThrow(), end.span(), loss, diagnostics)
                .run());
    }

    private void severalOutputs(Body.End end) {
        diagnostics.report(Diagnostic.of(DiagnosticKind.NOT_SUPPORTED_YET, end.span(), "a network with several outputs")
                .withSecondary(output.orElseThrow().span(), "the first output")
                .withHelp("declare a network for each target"));
    }

    /** Whether all of its chains are known from their start to the target, so that what they leave out is left out. */
    boolean isConnected() {
        return output.isPresent() && body.startsAreKnown();
    }

    /** The column that the network predicts; empty if that could not be told. */
    Optional<Column> target() {
        return output.flatMap(end -> rows.data().targets().stream()
                .filter(column -> column.name().equals(end.name()))
                .findFirst());
    }

    /** The network, once nothing has been found wrong with it. */
    Network network(Optional<Training> training) {
        return new Network(
                network.name().text(),
                network.doc(),
                rows.data(),
                builder.layers(),
                output.orElseThrow().value().layer(),
                target().orElseThrow(),
                training,
                network.name().span());
    }

    private void checkReached() {
        boolean silent = network.body().stream().anyMatch(Statement.Chain.class::isInstance) || !rows.sound();
        if (output.isEmpty() && !silent) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_TARGET,
                            network.name().span(),
                            network.name().text(),
                            "a target")
                    .withHelp("end one in it: input -> … -> " + ports.firstOut()));
        }
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
