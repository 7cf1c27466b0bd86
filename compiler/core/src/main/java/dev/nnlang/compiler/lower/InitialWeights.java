package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which distribution a layer's first weights are drawn from: the one that was asked for, or the one that keeps the spread of the values
 * through the activation that follows. Xavier: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks",
 * 2010, in the form that looks at the inputs alone, deviation {@code sqrt(1 / inputs)}. He: He et al., "Delving deep into rectifiers", 2015,
 * deviation {@code sqrt(2 / inputs)}.
 */
final class InitialWeights {

    /** Far enough from 0 that an activation does there what it does for large arguments. */
    private static final double FAR = 20;

    /** The step of sums over normally distributed arguments, and what such sums may be off. */
    private static final double FINE = 0.01;

    private static final double CLOSE = 0.01;

    /** Layers that normalise, choose or rearrange values for the activation behind them. */
    private static final Set<String> PASSING_ON = Set.of(
            "batch_norm",
            "layer_norm",
            "dropout",
            "max_pool",
            "average_pool",
            "global_average_pool",
            "flatten",
            "reshape");

    private InitialWeights() {}

    static InitialValues choose(Network network, Layer layer, Optional<Invocation> asked, int inputs) {
        return asked.map(init -> named(init, inputs)).orElseGet(() -> byFollower(network, layer, inputs));
    }

    /** Vectors that are looked up are not summed over, so that the spread of one is that of what the layer gives. */
    static InitialValues ofTable(Optional<Invocation> asked, int categories) {
        return asked.map(init -> named(init, categories))
                .orElseGet(() -> InitialValues.normal(0, 1, "as embeddings start"));
    }

    private static InitialValues named(Invocation init, int inputs) {
        return switch (init.name()) {
            case "normal" -> InitialValues.normal(init.real("mean"), init.real("deviation"), "as declared");
            case "uniform" -> InitialValues.uniform(init.real("low"), init.real("high"), "as declared");
            case "zeros" -> InitialValues.constant(0, "as declared");
            case "constant" -> InitialValues.constant(init.real("value"), "as declared");
            case "truncated_normal" ->
                InitialValues.truncatedNormal(init.real("mean"), init.real("deviation"), "as declared");
            case "orthogonal" -> InitialValues.orthogonal(init.real("gain"), "as declared");
            case "xavier" -> xavier(init.real("gain"), inputs, "xavier, as declared");
            case "he" -> he(init.real("gain"), inputs, "he, as declared");
            default -> throw new IllegalStateException("no initialiser " + init.name());
        };
    }

    private static InitialValues byFollower(Network network, Layer layer, int inputs) {
        Optional<Layer> follower = follower(network, layer);
        String because = follower.map(next -> ", because " + next.span().onOneLine() + " follows")
                .orElse("");
        Optional<Layer.Activation> activation = follower.filter(next -> next.operation() instanceof Layer.Activation)
                .map(next -> (Layer.Activation) next.operation());
        if (activation.filter(InitialWeights::normalizes).isPresent()) {
            return xavier(1, inputs, "xavier" + because);
        }
        double gain = activation.map(InitialWeights::leak).orElse(1.0);
        boolean rectifies = activation.filter(InitialWeights::rectifies).isPresent();
        return rectifies ? he(gain, inputs, "he" + because) : xavier(1, inputs, "xavier" + because);
    }

    /**
     * Whether it gives values of mean 0 and deviation 1 for such, as selu does: Klambauer et al., "Self-normalizing neural networks",
     * 2017. Weights before it must leave the deviation as it is.
     */
    private static boolean normalizes(Layer.Activation activation) {
        double mean = 0;
        double square = 0;
        for (double x = -8; x <= 8; x += FINE) {
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * FINE;
            double y = value(activation, x);
            mean += density * y;
            square += density * y * y;
        }
        return rectifies(activation) && Math.abs(mean) < CLOSE && Math.abs(square - 1) < CLOSE;
    }

    /** What a slope for negative arguments takes off the gain: {@code sqrt(2 / (1 + slope^2))} in all, He et al. 2015, equation 15. */
    private static double leak(Layer.Activation activation) {
        double slope = growth(activation, -FAR);
        return Math.sqrt(1 / (1 + slope * slope));
    }

    private static InitialValues xavier(double gain, int inputs, String reason) {
        return InitialValues.normal(0, gain * Math.sqrt(1.0 / inputs), reason);
    }

    private static InitialValues he(double gain, int inputs, String reason) {
        return InitialValues.normal(0, gain * Math.sqrt(2.0 / inputs), reason);
    }

    /** What decides how large values should be: the layer behind, or behind those that have no say in it. */
    private static Optional<Layer> follower(Network network, Layer layer) {
        Optional<Layer> next = network.layers().stream()
                .filter(reader -> reader.inputs().contains(layer))
                .findFirst();
        return next.isPresent() && passesOn(next.get())
                ? follower(network, next.get())
                        .filter(behind -> behind.operation() instanceof Layer.Activation)
                        .or(() -> next)
                : next;
    }

    private static boolean passesOn(Layer layer) {
        if (layer.operation() instanceof Layer.Activation activation) {
            return activation.body() instanceof Formula.Variable;
        }
        return layer.operation() instanceof Layer.Primitive primitive
                && (primitive.invocation().isMerge()
                        || PASSING_ON.contains(primitive.invocation().name()));
    }

    /** Whether an activation passes on large positive arguments and holds back large negative ones, as the relu family does. */
    private static boolean rectifies(Layer.Activation activation) {
        return growth(activation, FAR) > 0.5 && Math.abs(growth(activation, -FAR)) < 0.9;
    }

    /** How much its value grows from {@code x} to {@code x + 1}. */
    private static double growth(Layer.Activation activation, double x) {
        return value(activation, x + 1) - value(activation, x);
    }

    private static double value(Layer.Activation activation, double x) {
        Map<String, Double> bindings = new HashMap<>();
        activation.learned().forEach(learned -> bindings.put(learned.name(), learned.initial()));
        bindings.put(activation.argument(), x);
        return Evaluator.evaluate(activation.body(), bindings);
    }
}
