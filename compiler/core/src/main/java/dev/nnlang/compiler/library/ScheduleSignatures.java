package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.SCHEDULE;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.MetricName;
import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Parameter.Whole;
import dev.nnlang.compiler.library.Signature.Rule;
import java.util.List;
import java.util.Optional;

/** How the learning rate changes over the epochs. Rates change a little with every step, {@code step} and {@code reduce_on_plateau} apart. */
final class ScheduleSignatures {

    private static final Parameter RATE = positional("rate", "a learning rate", Real.POSITIVE, "the rate at the start");
    private static final Parameter PEAK = positional("rate", "a learning rate", Real.POSITIVE, "the highest rate");
    private static final Parameter EPOCHS =
            named("epochs", "the number of epochs", Whole.atLeast(1), "how many epochs it takes");
    private static final Parameter FACTOR =
            named("factor", "a factor", new Real(0, true, 1, true), "what the rate is multiplied by");
    private static final Parameter POWER = named(
                    "power", "a power", Real.POSITIVE, "1 is a straight line, 2 falls fast at first")
            .orElse(1.0);
    private static final Parameter END = named("end", "the last rate", Real.NOT_NEGATIVE, "the rate that is left")
            .orElse(0.0);
    private static final Parameter RISE = named(
                    "rise", "a rise", new Real(0, true, 1, true), "the share of the epochs in which the rate goes up")
            .orElse(0.3);
    private static final Parameter WARMUP = named(
                    "warmup", "a warm-up", Real.NOT_NEGATIVE, "the first epochs, in which the rate rises from 0")
            .orElse(0.0);
    static final Parameter METRIC = positional(
            "metric", "what should improve", new MetricName(), "a metric of the training or the validation rows");
    static final Parameter PATIENCE =
            named("epochs", "the number of epochs", Whole.atLeast(1), "how long to wait for an improvement");

    private static final Rule WARMS_UP_IN_TIME = new Rule(
            Optional.of("warmup"),
            arguments -> (double) arguments.get("warmup") < (long) arguments.get("epochs"),
            "the warm-up must be over before the epochs are",
            arguments -> ", but there are only " + arguments.get("epochs"));
    private static final Rule ENDS_LOWER = new Rule(
            Optional.of("end"),
            arguments -> (double) arguments.get("end") < (double) arguments.get("rate"),
            "the rate must end below where it starts");

    static final List<Signature> ROWS = List.of(
            supported(SCHEDULE, "constant", "always the same rate", RATE, WARMUP)
                    .example("optimizer: sgd(rate: constant(0.1, warmup: 1))"),
            supported(
                            SCHEDULE,
                            "step",
                            "multiplied by a factor every few epochs",
                            RATE,
                            EPOCHS,
                            FACTOR.orElse(0.1),
                            WARMUP)
                    .example("optimizer: sgd(rate: step(0.1, epochs: 10, factor: 0.5))"),
            supported(SCHEDULE, "exponential", "multiplied by a factor in the course of an epoch", RATE, FACTOR, WARMUP)
                    .example("optimizer: sgd(rate: exponential(0.1, factor: 0.9))"),
            supported(SCHEDULE, "cosine", "down along half a cosine", RATE, EPOCHS, END, WARMUP)
                    .example("optimizer: sgd(rate: cosine(0.1, epochs: 20, warmup: 1))")
                    .where(ENDS_LOWER)
                    .where(WARMS_UP_IN_TIME),
            supported(SCHEDULE, "polynomial", "down along a power", RATE, EPOCHS, POWER, END, WARMUP)
                    .example("optimizer: sgd(rate: polynomial(0.1, epochs: 20, power: 2))")
                    .where(ENDS_LOWER)
                    .where(WARMS_UP_IN_TIME),
            supported(
                            SCHEDULE,
                            "one_cycle",
                            "up from a 25th of the rate, then down to almost nothing",
                            PEAK,
                            EPOCHS,
                            RISE)
                    .example("optimizer: sgd(rate: one_cycle(0.1, epochs: 20))"),
            supported(
                            SCHEDULE,
                            "reduce_on_plateau",
                            "multiplied by a factor whenever a metric does not improve",
                            RATE,
                            METRIC,
                            PATIENCE,
                            FACTOR.orElse(0.1),
                            WARMUP)
                    .example("optimizer: sgd(rate: reduce_on_plateau(0.1, validation.loss, epochs: 5))"));

    private ScheduleSignatures() {}
}
