package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.CLIP;
import static dev.nnlang.compiler.library.Signature.Category.OPTIMIZER;
import static dev.nnlang.compiler.library.Signature.Category.REGULARIZER;
import static dev.nnlang.compiler.library.Signature.Category.SCHEDULE;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Parameter.RealOrCall;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Optional;

/** How weights move: optimizers, and what holds weights and gradients back. Defaults are those of PyTorch. */
final class OptimizerSignatures {

    private static final Parameter RATE = named(
            "rate", "a learning rate", new RealOrCall(Real.POSITIVE, SCHEDULE), "how far a step follows the gradient");
    private static final Parameter MOMENTUM = named(
                    "momentum", "a momentum", Real.FRACTION, "how much of the last step is kept")
            .orElse(0.0);
    private static final Parameter NESTEROV = named(
                    "nesterov", "nesterov", new Truth(), "whether the gradient is taken after the momentum's step")
            .orElse(false);
    private static final Parameter BETA1 = kept("beta1", 0.9, "how much of the mean gradient is kept");
    private static final Parameter BETA2 = kept("beta2", 0.999, "how much of the mean squared gradient is kept");
    private static final Parameter DECAY = named(
                    "decay", "a decay", Real.NOT_NEGATIVE, "the part of a weight that is taken off, times the rate")
            .orElse(0.01);
    private static final Parameter STRENGTH =
            positional("strength", "a strength", Real.NOT_NEGATIVE, "the penalty's weight");
    private static final Parameter LIMIT = positional("limit", "a limit", Real.POSITIVE, "the largest that is kept");

    static final List<Signature> ROWS = List.of(
            supported(
                            OPTIMIZER,
                            "sgd",
                            "weights follow the gradient g: `v = momentum * v + g`, `w = w - rate * v`",
                            RATE,
                            MOMENTUM,
                            NESTEROV)
                    .example("optimizer: sgd(rate: 0.1, momentum: 0.9, nesterov: true)")
                    .where(new Rule(
                            Optional.of("nesterov"),
                            arguments -> !(boolean) arguments.get("nesterov") || (double) arguments.get("momentum") > 0,
                            "nesterov looks ahead along the momentum, so it needs one above 0")),
            supported(OPTIMIZER, "adagrad", "steps shrink with the sum of squared gradients", RATE, epsilon(1e-10))
                    .example("optimizer: adagrad(rate: 0.01)"),
            supported(
                            OPTIMIZER,
                            "rmsprop",
                            "steps shrink with the mean of squared gradients",
                            RATE,
                            kept("rho", 0.99, "how much of the mean squared gradient is kept"),
                            epsilon(1e-8),
                            MOMENTUM)
                    .example("optimizer: rmsprop(rate: 0.001, momentum: 0.9)"),
            supported(
                            OPTIMIZER,
                            "adam",
                            "momentum over rmsprop, without the bias of their start at 0",
                            RATE.orElse(0.001),
                            BETA1,
                            BETA2,
                            epsilon(1e-8))
                    .example("optimizer: adam"),
            supported(
                            OPTIMIZER,
                            "adamw",
                            "adam with decay of all parameters themselves",
                            RATE.orElse(0.001),
                            BETA1,
                            BETA2,
                            epsilon(1e-8),
                            DECAY)
                    .example("optimizer: adamw(rate: 0.001, decay: 0.1)"),
            supported(REGULARIZER, "l1", "as if strength times the sum of |w| were added to the loss", STRENGTH)
                    .example("regularize: l1(1e-5)"),
            supported(REGULARIZER, "l2", "as if strength times half the sum of w^2 were added to the loss", STRENGTH)
                    .example("regularize: l2(5e-4)"),
            supported(REGULARIZER, "elastic", "both l1 and l2", penalty("l1", "|w|"), penalty("l2", "w^2 / 2"))
                    .example("regularize: elastic(l1: 1e-5, l2: 1e-4)"),
            supported(REGULARIZER, "max_norm", "shortens the weights that lead to a unit if they grow too long", LIMIT)
                    .example("regularize: max_norm(3)"),
            supported(CLIP, "norm", "shortens the gradient as a whole", LIMIT).example("clip: norm(5)"),
            supported(CLIP, "value", "cuts each element of the gradient", LIMIT).example("clip: value(1)"));

    private OptimizerSignatures() {}

    private static Parameter kept(String name, double value, String doc) {
        return named(name, "`" + name + "`", Real.FRACTION, doc).orElse(value);
    }

    private static Parameter epsilon(double value) {
        return named("epsilon", "epsilon", Real.POSITIVE, "keeps a root from being divided by when it is 0")
                .orElse(value);
    }

    private static Parameter penalty(String name, String sum) {
        return named(name, "a strength", Real.NOT_NEGATIVE, "the weight of the sum of " + sum);
    }
}
