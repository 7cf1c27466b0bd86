package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.INITIALIZER;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Optional;

/** What the weights of a layer start from. */
final class InitializerSignatures {

    private static final Parameter DEVIATION =
            positional("deviation", "a standard deviation", Real.POSITIVE, "the distribution's standard deviation");
    private static final Parameter MEAN =
            named("mean", "a mean", Real.ANY, "the distribution's centre").orElse(0.0);
    private static final Parameter GAIN = named("gain", "a gain", Real.POSITIVE, "what all weights are multiplied by")
            .orElse(1.0);

    static final List<Signature> ROWS = List.of(
            supported(INITIALIZER, "normal", "normally distributed around a mean", DEVIATION, MEAN)
                    .example("input -> dense(64, init: normal(0.0001)) -> tanh"),
            supported(INITIALIZER, "truncated_normal", "normal, cut at two deviations", DEVIATION, MEAN)
                    .example("input -> dense(64, init: truncated_normal(0.1)) -> tanh"),
            supported(
                            INITIALIZER,
                            "uniform",
                            "evenly distributed between two bounds",
                            positional("low", "the lower end", Real.ANY, "the smallest value"),
                            positional("high", "the upper end", Real.ANY, "the largest value"))
                    .example("input -> dense(64, init: uniform(-0.1, 0.1)) -> tanh")
                    .where(new Rule(
                            Optional.of("high"),
                            arguments -> (double) arguments.get("low") < (double) arguments.get("high"),
                            "the upper end of a uniform distribution must lie above its lower end")),
            supported(INITIALIZER, "xavier", "`normal(sqrt(1 / inputs))`, after Glorot and Bengio 2010", GAIN)
                    .example("input -> dense(64, init: xavier) -> tanh"),
            supported(INITIALIZER, "he", "`normal(sqrt(2 / inputs))`, after He et al. 2015", GAIN)
                    .example("input -> dense(64, init: he) -> relu"),
            supported(INITIALIZER, "orthogonal", "orthogonal rows or columns, after Saxe et al. 2014", GAIN)
                    .example("input -> dense(64, init: orthogonal(gain: 1.5)) -> tanh"),
            supported(INITIALIZER, "zeros", "all 0")
                    .example("input -> dense(classes, init: zeros) -> softmax -> label"),
            supported(INITIALIZER, "constant", "all the same", positional("value", "a value", Real.ANY, "each weight"))
                    .example("input -> dense(1, init: constant(0.5)) -> price"));

    private InitializerSignatures() {}
}
