package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.CLIP;
import static dev.nnlang.compiler.library.Signature.Category.OPTIMIZER;
import static dev.nnlang.compiler.library.Signature.Category.REGULARIZER;
import static dev.nnlang.compiler.library.Signature.Category.SCHEDULE;
import static dev.nnlang.compiler.library.Signatures.planned;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Parameter.Whole;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Optional;

/** How weights move: optimizers, schedules of their rate, and what holds weights and gradients back. */
final class OptimizerSignatures {

    private static final Parameter RATE =
            named("rate", "a learning rate", Real.POSITIVE, "how far a step follows the gradient");
    private static final Parameter START =
            positional("rate", "a learning rate", Real.POSITIVE, "the rate at the start");
    private static final Parameter EPOCHS =
            named("epochs", "the number of epochs", Whole.atLeast(1), "how many epochs it takes");
    private static final Parameter WARMUP = named(
                    "warmup", "a warm-up", Whole.atLeast(0), "epochs in which the rate rises from 0")
            .orElse(0L);
    private static final Parameter FACTOR =
            named("factor", "a factor", Real.FRACTION, "what the rate is multiplied by");
    private static final Parameter STRENGTH =
            positional("strength", "a strength", Real.NOT_NEGATIVE, "the penalty's weight");
    private static final Parameter LIMIT = positional("limit", "a limit", Real.POSITIVE, "the largest that is kept");

    static final List<Signature> ROWS = List.of(
            supported(OPTIMIZER, "sgd", "v = momentum v + g; w = w - rate v", RATE, momentum(), nesterov())
                    .where(new Rule(
                            Optional.of("nesterov"),
                            arguments -> !(boolean) arguments.get("nesterov") || (double) arguments.get("momentum") > 0,
                            arguments -> "nesterov looks ahead along the momentum, so it needs one above 0")),
            planned(OPTIMIZER, "adagrad", "steps shrink with the sum of squared gradients", RATE),
            planned(OPTIMIZER, "rmsprop", "steps shrink with the mean of squared gradients", RATE, decay("rho", 0.99)),
            planned(
                    OPTIMIZER,
                    "adam",
                    "momentum over rmsprop, without bias",
                    RATE,
                    decay("beta1", 0.9),
                    decay("beta2", 0.999)),
            planned(
                    OPTIMIZER,
                    "adamw",
                    "adam with decay of the weights themselves",
                    RATE,
                    decay("beta1", 0.9),
                    decay("beta2", 0.999),
                    decay("decay", 0.01)),
            planned(SCHEDULE, "constant", "always the same rate", START, WARMUP),
            planned(SCHEDULE, "step", "multiplied by a factor every few epochs", START, EPOCHS, FACTOR, WARMUP),
            planned(SCHEDULE, "exponential", "multiplied by a factor every epoch", START, FACTOR, WARMUP),
            planned(SCHEDULE, "cosine", "down to 0 along half a cosine", START, EPOCHS, WARMUP),
            planned(SCHEDULE, "polynomial", "down to 0 along a power", START, EPOCHS, WARMUP),
            planned(SCHEDULE, "one_cycle", "up, then down", START, EPOCHS),
            planned(SCHEDULE, "reduce_on_plateau", "down when nothing improves", START, EPOCHS, FACTOR),
            planned(REGULARIZER, "l1", "adds the sum of |w| to the loss", STRENGTH),
            planned(REGULARIZER, "l2", "adds half the sum of w^2 to the loss", STRENGTH),
            planned(REGULARIZER, "elastic", "both l1 and l2", STRENGTH),
            planned(REGULARIZER, "max_norm", "shortens weight vectors that grow too long", LIMIT),
            planned(CLIP, "norm", "shortens the gradient as a whole", LIMIT),
            planned(CLIP, "value", "cuts each gradient", LIMIT));

    private OptimizerSignatures() {}

    private static Parameter momentum() {
        return named("momentum", "a momentum", Real.FRACTION, "how much of the last step is kept")
                .orElse(0.0);
    }

    private static Parameter nesterov() {
        return named("nesterov", "nesterov", new Truth(), "whether the gradient is taken after the momentum's step")
                .orElse(false);
    }

    private static Parameter decay(String name, double value) {
        return named(name, "a decay", Real.FRACTION, "how much of the past is kept")
                .orElse(value);
    }
}
