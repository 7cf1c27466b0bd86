package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.resolve.scope.Lists;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds layers to a network: those of its own body, or of one block that is used in it. */
final class LayerBuilder {

    /** Far more than anybody writes; blocks in blocks could make any number. */
    static final int MOST_LAYERS = 10_000;

    private final List<Layer> layers;
    private final LayerNames names;
    private final List<Layer.Use> uses;
    private final List<SharedWeights.Walk> shared;
    private final boolean trial;

    private LayerBuilder(
            List<Layer> layers,
            LayerNames names,
            List<Layer.Use> uses,
            List<SharedWeights.Walk> shared,
            boolean trial) {
        this.layers = layers;
        this.names = names;
        this.uses = uses;
        this.shared = shared;
        this.trial = trial;
    }

    /** Starts a network that has these names already. */
    LayerBuilder(LayerNames names) {
        this(new ArrayList<>(), names, List.of(), List.of(), false);
    }

    /** For layers that nobody will see, to find out what is wrong with them. */
    LayerBuilder trial() {
        return new LayerBuilder(new ArrayList<>(), new LayerNames(), List.of(), List.of(), true);
    }

    /** For the layers of the block that {@code use} calls. */
    LayerBuilder inside(Expression.Call use) {
        String name = names.next(use.callee().text());
        List<Layer.Use> all = Lists.append(uses, new Layer.Use(name, use.span()));
        return new LayerBuilder(layers, names.within(name), all, shared, trial);
    }

    /** For layers that have these weights. */
    LayerBuilder sharing(SharedWeights weights) {
        return trial ? this : new LayerBuilder(layers, names, uses, Lists.append(shared, weights.use()), false);
    }

    Layer add(Layer.Operation operation, Expression.Call call, List<Layer> inputs) {
        String name = names.next(call.callee().text());
        Layer layer = new Layer(name, operation, inputs, owner(operation), uses, call.span());
        layers.add(layer);
        shared.forEach(walk -> walk.pass(layer));
        return layer;
    }

    /** The innermost {@code let} decides: what it names has been used whenever the others have. */
    private Optional<Layer> owner(Layer.Operation operation) {
        boolean hasNone = operation instanceof Layer.Activation activation
                && activation.learned().isEmpty();
        return shared.isEmpty() || hasNone
                ? Optional.empty()
                : shared.get(shared.size() - 1).owner();
    }

    /** The layer that feeds {@code columns}; there is one, however often it is read. */
    Layer input(String name, List<Column> columns, Span place) {
        Layer.Input operation = new Layer.Input(columns);
        return layers.stream()
                .filter(existing -> existing.operation().equals(operation))
                .findFirst()
                .orElseGet(() -> {
                    Layer added = new Layer(name, operation, List.of(), Optional.empty(), List.of(), place);
                    layers.add(added);
                    return added;
                });
    }

    boolean isFull() {
        return layers.size() >= MOST_LAYERS;
    }

    /** Every layer so far, each behind those it reads. */
    List<Layer> layers() {
        return List.copyOf(layers);
    }
}
