package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.resolve.data.Rows;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.resolve.scope.LossTerm;
import dev.nnlang.compiler.resolve.scope.ReferencedNames;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves one {@code network}: its layers, and those whose values are tied to targets. */
public final class NetworkResolver {

    private final Declaration.Network network;
    private final Rows rows;
    private final List<LossTerm> losses;
    private final Terminals ports;
    private final LayerBuilder builder;
    private final Body body;
    private final Diagnostics diagnostics;
    /** In the order of the data. */
    private List<Body.End> outputs = List.of();

    /** @param losses what it is trained with, if it is trained */
    public NetworkResolver(Declaration.Network network, Rows rows, List<LossTerm> losses, Scope scope) {
        this.network = network;
        this.rows = rows;
        this.losses = losses;
        this.diagnostics = scope.diagnostics();
        this.builder = new LayerBuilder(columnNames());
        this.ports = Terminals.ofNetwork(rows.data(), builder, diagnostics);
        this.body = new Body(network.body(), ports, inNetwork(scope, ""), end -> inNetwork(scope, end), builder);
    }

    private LayerNames columnNames() {
        LayerNames names = new LayerNames();
        names.exact(Terminals.INPUT);
        rows.data().inputs().forEach(column -> names.exact(column.name()));
        return names;
    }

    /** Resolves all statements; what is wrong is reported. */
    public void resolve() {
        body.follow();
        if (builder.isFull()) {
            Name name = network.name();
            diagnostics.report(DiagnosticKind.TOO_MANY_LAYERS, name.span(), name.text(), LayerBuilder.MOST_LAYERS);
        }
        outputs = rows.data().targets().stream()
                .flatMap(column ->
                        body.reached().stream().filter(end -> end.name().equals(column.name())))
                .toList();
        checkReached();
        outputs.stream().filter(end -> end.value().sound() && rows.sound()).forEach(end -> new OutputChecks(
                        end.value().layer(), target(end), end.span(), loss(end), diagnostics)
                .run());
    }

    /** The name of the loss that compares what reaches {@code end}. */
    private Optional<String> loss(Body.End end) {
        return losses.stream()
                .filter(term -> outputs.size() == 1
                        || term.target()
                                .filter(name -> name.text().equals(end.name()))
                                .isPresent())
                .map(term -> term.call().callee().text())
                .findFirst();
    }

    /** Whether all of its chains are known from their start to the target, so that what they leave out is left out. */
    public boolean isConnected() {
        return !outputs.isEmpty() && body.startsAreKnown();
    }

    /** The columns that the network predicts; empty if that could not be told. */
    public List<Column> targets() {
        return outputs.stream().map(this::target).toList();
    }

    private Column target(Body.End end) {
        return rows.data().targets().stream()
                .filter(column -> column.name().equals(end.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The network, once nothing has been found wrong with it. */
    public Network network(Optional<Training> training) {
        return new Network(
                network.name().text(),
                network.doc(),
                rows.data(),
                reachable(builder.layers()),
                outputs.stream()
                        .map(end -> new Network.Output(end.value().layer(), target(end)))
                        .toList(),
                training,
                network.name().span());
    }

    /** Those of {@code layers} that an output depends on; values that are never used compute nothing. */
    private List<Layer> reachable(List<Layer> layers) {
        Set<String> reached = new HashSet<>();
        outputs.forEach(end -> reached.add(end.value().layer().name()));
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            if (reached.contains(layer.name())) {
                layer.inputs().forEach(input -> reached.add(input.name()));
                layer.sharing().ifPresent(owner -> reached.add(owner.name()));
            }
        }
        return layers.stream().filter(layer -> reached.contains(layer.name())).toList();
    }

    private void checkReached() {
        boolean silent = network.body().stream().anyMatch(Statement.Chain.class::isInstance) || !rows.sound();
        if (outputs.isEmpty() && !silent) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_TARGET,
                            network.name().span(),
                            network.name().text(),
                            "a target")
                    .withHelp("end one in it: input -> … -> " + ports.firstOut()));
        }
    }

    /** Where a chain ends in one of several values, {@code classes} is the number of those. */
    private Scope inNetwork(Scope scope, String end) {
        List<Column> known = classes();
        List<Column> reached =
                known.stream().filter(column -> column.name().equals(end)).toList();
        return scope.with(new Constants.Classes(rows.data().name(), reached.isEmpty() ? known : reached));
    }

    /** The targets with values that some chain ends in, or else the only target. */
    private List<Column> classes() {
        Set<String> mentioned = ReferencedNames.of(network.body());
        List<Column> targets = rows.data().targets();
        return targets.stream()
                .filter(column -> targets.size() == 1 || mentioned.contains(column.name()))
                .filter(column -> column.kind() instanceof Column.OneOf)
                .toList();
    }
}
