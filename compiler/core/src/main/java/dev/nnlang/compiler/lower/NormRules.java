package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.choose;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.less;
import static dev.nnlang.compiler.formula.Formulas.max;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.sqrt;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Normalisation and dropout: the layers that compute one thing while training and another when predicting. */
final class NormRules {

    /** Added to a variance, so that nothing is divided by 0; PyTorch's. */
    private static final double EPSILON = 1e-5;

    /** How much of a batch's statistics goes into the running ones; PyTorch's. */
    private static final double MOMENTUM = 0.1;

    private final GraphBuilder builder;
    private final Map<Value, Value> tracked;
    private int noises;

    /** @param tracked where the new values of statistics are noted */
    NormRules(GraphBuilder builder, Map<Value, Value> tracked) {
        this.builder = builder;
        this.tracked = tracked;
    }

    /**
     * {@code y = (x - mean) / sqrt(variance + epsilon) * scale + shift} for each channel, with the mean and the variance of the batch while
     * training, and with their running averages when predicting (Ioffe and Szegedy, "Batch normalization", 2015).
     */
    Optional<Value> batchNorm(Layer layer, Invocation invocation, Value given) {
        Value x = LayerRules.withChannelsOf(builder, layer, given, Optional.of("scale"));
        Shape channels = Shape.of(x.shape().last());
        Value scale = LayerRules.weight(builder, layer, "scale", () -> channels, InitialValues.constant(1, "ones"));
        Value shift = LayerRules.weight(builder, layer, "shift", () -> channels, InitialValues.constant(0, "zeros"));
        Value runningMean = statistic(layer, "mean", channels, 0);
        Value runningVariance = statistic(layer, "variance", channels, 1);
        Formula count = multiply(x.shape().size() / channels.size(), variable(MapElements.ROWS));
        Value mean = mean(layer, "BatchMean", x, variable(x.name()), List.of(x), channels, count);
        Formula squared = power(subtract(variable(x.name()), variable(mean.name())), 2);
        Value variance = mean(layer, "BatchVariance", x, squared, List.of(x, mean), channels, count);
        track(layer, runningMean, mean, variable(mean.name()));
        // The running variance is the unbiased one: of all rows, not of those in the batch.
        Formula unbiased = divide(count, max(subtract(count, constant(1)), constant(1)));
        track(layer, runningVariance, variance, multiply(variable(variance.name()), unbiased));
        return Optional.of(normalized(
                layer,
                x,
                byMode(layer, "UsedMean", mean, runningMean),
                byMode(layer, "UsedVariance", variance, runningVariance),
                scale,
                shift));
    }

    private Value byMode(Layer layer, String name, Value training, Value predicting) {
        return builder.map(
                layer.name() + name,
                MapElements.byMode(variable(training.name()), variable(predicting.name())),
                List.of(training, predicting),
                training.shape(),
                LayerRules.origin(layer));
    }

    /** {@code y = (x - mean) / sqrt(variance + epsilon) * scale + shift}, with the statistics of each row (Ba et al., "Layer normalization", 2016). */
    Optional<Value> layerNorm(Layer layer, Invocation invocation, Value given) {
        Value x = withElementsOfShared(layer, given);
        Shape elements = new Shape(x.shape().ofRow());
        Value scale = LayerRules.weight(builder, layer, "scale", () -> elements, InitialValues.constant(1, "ones"));
        Value shift = LayerRules.weight(builder, layer, "shift", () -> elements, InitialValues.constant(0, "zeros"));
        Formula count = constant(x.shape().size());
        Value mean = mean(layer, "Mean", x, variable(x.name()), List.of(x), Shape.onePerRow(), count);
        Formula squared = power(subtract(variable(x.name()), variable(mean.name())), 2);
        Value variance = mean(layer, "Variance", x, squared, List.of(x, mean), Shape.onePerRow(), count);
        return Optional.of(normalized(layer, x, mean, variance, scale, shift));
    }

    /** With the dims of the scale that it shares. */
    private Value withElementsOfShared(Layer layer, Value x) {
        return layer.sharing()
                .flatMap(owner -> builder.weight(owner.name() + ".scale"))
                .map(scale -> Dims.renamed(
                        builder, layer, x, Shape.perRow(scale.shape().dims())))
                .orElse(x);
    }

    /**
     * Sets values to 0 with probability {@code rate}, and scales up the others so that their expectation stays (Srivastava et al., "Dropout",
     * 2014; the inverted form). Does nothing when predicting.
     */
    Optional<Value> dropout(Layer layer, Invocation dropout, Value x) {
        double rate = dropout.real("rate");
        if (rate == 0) {
            return Optional.of(
                    builder.map(layer.name(), variable(x.name()), List.of(x), x.shape(), LayerRules.origin(layer)));
        }
        Value noise = builder.add(layer.name() + "Noise", new Noise(x.shape(), noises++), LayerRules.origin(layer));
        Formula kept = divide(variable(x.name()), constant(1 - rate));
        Formula dropped = choose(less(variable(noise.name()), constant(rate)), constant(0), kept);
        Formula formula = MapElements.byMode(dropped, variable(x.name()));
        return Optional.of(builder.map(layer.name(), formula, List.of(x, noise), x.shape(), LayerRules.origin(layer)));
    }

    private Value normalized(Layer layer, Value x, Value mean, Value variance, Value scale, Value shift) {
        // A value of its own: a root for each channel, or row, instead of one for each element.
        Value deviation = builder.map(
                layer.name() + "Deviation",
                sqrt(add(variable(variance.name()), constant(EPSILON))),
                List.of(variance),
                variance.shape(),
                LayerRules.origin(layer));
        Formula centred = subtract(variable(x.name()), variable(mean.name()));
        Formula standard = divide(centred, variable(deviation.name()));
        Formula formula = add(multiply(standard, variable(scale.name())), variable(shift.name()));
        return builder.map(
                layer.name(), formula, List.of(x, mean, deviation, scale, shift), x.shape(), LayerRules.origin(layer));
    }

    /** The mean of a formula over all that {@code shape} lacks. */
    private Value mean(
            Layer layer, String name, Value x, Formula term, List<Value> operands, Shape shape, Formula count) {
        Value terms = term.equals(variable(x.name()))
                ? x
                : builder.map(layer.name() + name + "Terms", term, operands, x.shape(), LayerRules.origin(layer));
        Value sum = builder.add(layer.name() + name + "Sum", Reduce.sum(terms, shape), LayerRules.origin(layer));
        return builder.map(
                layer.name() + name,
                divide(variable(sum.name()), count),
                List.of(sum),
                shape,
                LayerRules.origin(layer));
    }

    private Value statistic(Layer layer, String part, Shape shape, double initial) {
        String name = layer.name() + Character.toUpperCase(part.charAt(0)) + part.substring(1);
        return builder.add(
                name, new RunningStatistic(layer.name() + "." + part, shape, initial), LayerRules.origin(layer));
    }

    private void track(Layer layer, Value statistic, Value ofBatch, Formula estimate) {
        Formula moved = add(multiply(1 - MOMENTUM, variable(statistic.name())), multiply(constant(MOMENTUM), estimate));
        tracked.put(
                statistic,
                builder.map(
                        statistic.name() + "Next",
                        moved,
                        List.of(statistic, ofBatch),
                        statistic.shape(),
                        LayerRules.origin(layer)));
    }
}
