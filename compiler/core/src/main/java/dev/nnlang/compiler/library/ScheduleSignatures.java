package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.SCHEDULE;
import static dev.nnlang.compiler.library.Signatures.planned;

import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Parameter.Whole;
import java.util.List;

/** How the learning rate changes over the epochs. */
final class ScheduleSignatures {

    private static final Parameter START =
            positional("rate", "a learning rate", Real.POSITIVE, "the rate at the start");
    private static final Parameter EPOCHS =
            named("epochs", "the number of epochs", Whole.atLeast(1), "how many epochs it takes");
    private static final Parameter WARMUP = named(
                    "warmup", "a warm-up", Whole.atLeast(0), "epochs in which the rate rises from 0")
            .orElse(0L);
    private static final Parameter FACTOR =
            named("factor", "a factor", Real.FRACTION, "what the rate is multiplied by");

    static final List<Signature> ROWS = List.of(
            planned(SCHEDULE, "constant", "always the same rate", START, WARMUP),
            planned(SCHEDULE, "step", "multiplied by a factor every few epochs", START, EPOCHS, FACTOR, WARMUP),
            planned(SCHEDULE, "exponential", "multiplied by a factor every epoch", START, FACTOR, WARMUP),
            planned(SCHEDULE, "cosine", "down to 0 along half a cosine", START, EPOCHS, WARMUP),
            planned(SCHEDULE, "polynomial", "down to 0 along a power", START, EPOCHS, WARMUP),
            planned(SCHEDULE, "one_cycle", "up, then down", START, EPOCHS),
            planned(SCHEDULE, "reduce_on_plateau", "down when nothing improves", START, EPOCHS, FACTOR));

    private ScheduleSignatures() {}
}
