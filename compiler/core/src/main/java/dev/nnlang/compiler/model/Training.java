package dev.nnlang.compiler.model;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code train Iris { … }}.
 *
 * @param loss what is minimised
 * @param optimizer {@code sgd(rate: …, momentum: …, nesterov: …)}
 * @param regularizers what holds the weights small: at most one penalty ({@code l1}, {@code l2}, {@code elastic}) and one {@code max_norm}
 * @param clip what holds the gradients small
 * @param batch rows a step; empty is {@code all}
 * @param watch what else is reported
 */
public record Training(
        Objective loss,
        Invocation optimizer,
        List<Invocation> regularizers,
        Optional<Invocation> clip,
        OptionalInt batch,
        long seed,
        StopCondition until,
        List<String> watch,
        Span span) {

    /** Whether a metric of some split is watched, or decides when to stop or how fast to go. */
    public boolean measures(String metric) {
        Stream<String> ofRate = optimizer.call("rate").stream()
                .filter(schedule -> schedule.has("metric"))
                .map(schedule -> schedule.text("metric"));
        return watch.contains(metric)
                || Stream.concat(until.quantities(), ofRate).anyMatch(name -> name.endsWith("." + metric));
    }

    /**
     * What is minimised: {@code cross_entropy}, or {@code mean_squared_error(price) + 0.5 * cross_entropy(kind)}.
     *
     * @param terms one for each output of the network, in their order
     * @param span all of it, as it was written
     */
    public record Objective(List<Term> terms, Span span) {

        public Objective {
            terms = List.copyOf(terms);
        }
    }

    /** A loss, and how much it counts beside the others. */
    public record Term(Loss loss, double weight) {}

    /** What one output is compared with its target by: the mean over the rows of a batch. */
    public sealed interface Loss {

        /** As it was written. */
        Span span();
    }

    /** {@code cross_entropy} and whatever else is no formula of one output and one target. */
    public record PrimitiveLoss(Invocation invocation, Span span) implements Loss {}

    /** A formula of an output {@code y} and its target {@code t}; the mean over outputs and rows. */
    public record FormulaLoss(String name, String output, String target, Formula body, Span span) implements Loss {}
}
