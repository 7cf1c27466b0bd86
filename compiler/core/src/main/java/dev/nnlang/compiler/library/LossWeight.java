package dev.nnlang.compiler.library;

import dev.nnlang.compiler.library.Parameter.Real;

/** What may stand before one of several losses: {@code 0.5 * cross_entropy(kind)}. */
public final class LossWeight {

    public static final Parameter PARAMETER = Parameter.positional(
                    "weight", "the weight of a loss", Real.POSITIVE, "how much it counts beside the others")
            .orElse(1.0);

    private LossWeight() {}
}
