package dev.nnlang.compiler.program;

import dev.nnlang.compiler.formula.analyse.SaturationLevels;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is computed for a network.
 *
 * @param buffers in the order of the data's way
 * @param steps in the order in which they run
 * @param outputs what the network says of each target
 * @param training what a trainer has besides; empty in a predictor
 * @param sharedArrays those of several buffers; every other buffer has an array of its own
 */
public record Program(
        List<Buffer> buffers,
        List<Step> steps,
        List<Buffer> outputs,
        Optional<Training> training,
        List<SharedArray> sharedArrays) {

    /**
     * What a trainer has besides.
     *
     * @param parts what each output is compared with
     * @param loss the scalar that the steps of phase LOSS compute
     * @param inputGradients one for each input whose gradient was asked for
     * @param evaluation the forward pass and the loss of prediction
     * @param learning what runs behind the loss when weights change; those of {@code update} that are not fused change at its end
     * @param activations those that training looks at
     */
    public record Training(
            List<Part> parts,
            Buffer loss,
            Update update,
            List<Buffer> inputGradients,
            List<Step> evaluation,
            List<Step> learning,
            List<Activation> activations) {

        /** The arrays of the targets. */
        public List<Buffer> targets() {
            return parts.stream().map(Part::target).toList();
        }

        private List<Buffer> results() {
            Stream<Buffer> losses =
                    Stream.concat(Stream.of(loss), parts.stream().map(Part::loss));
            Stream<Buffer> gradients = Stream.concat(
                    update.weights().stream().map(Update.UpdatedWeight::gradient), inputGradients.stream());
            Stream<Buffer> watched = activations.stream().map(Activation::buffer);
            return Stream.of(losses, gradients, watched).flatMap(each -> each).toList();
        }

        private Training mapSteps(UnaryOperator<Step> others) {
            return new Training(
                    parts,
                    loss,
                    update,
                    inputGradients,
                    evaluation.stream().map(others).toList(),
                    learning.stream().map(others).toList(),
                    activations);
        }

        /** With another way to evaluate. */
        public Training withEvaluation(List<Step> steps) {
            return new Training(parts, loss, update, inputGradients, List.copyOf(steps), learning, activations);
        }
    }

    /**
     * The loss of one output.
     *
     * @param target what it is compared with
     * @param loss a scalar; that of the whole network if there is no other output
     */
    public record Part(Buffer target, Buffer loss) {}

    /** An array that training looks at: an activation's outputs, and where they level off. */
    public record Activation(Buffer buffer, SaturationLevels plateaus) {}

    public Program {
        buffers = List.copyOf(buffers);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
        sharedArrays = List.copyOf(sharedArrays);
    }

    /** A program in which every buffer has an array of its own. */
    public Program(List<Buffer> buffers, List<Step> steps, List<Buffer> outputs, Optional<Training> training) {
        this(buffers, steps, outputs, training, List.of());
    }

    /** The same program with its buffers in other arrays. */
    public Program withSharedArrays(List<SharedArray> arrays) {
        return new Program(buffers, steps, outputs, training, arrays);
    }

    /** The same program with other steps in place of its own, in all passes. */
    public Program mapSteps(UnaryOperator<Step> others) {
        return new Program(
                buffers,
                steps.stream().map(others).toList(),
                outputs,
                training.map(each -> each.mapSteps(others)),
                sharedArrays);
    }

    /** Whether threads share its steps; otherwise nobody waits for anybody. */
    public boolean isShared() {
        return steps.stream().flatMap(step -> step.nests().stream()).anyMatch(Nest.Await.class::isInstance);
    }

    /** The array that a buffer shares with others. */
    public Optional<SharedArray> sharedArray(Buffer buffer) {
        return sharedArrays.stream()
                .filter(array -> array.buffers().contains(buffer))
                .findFirst();
    }

    /** For each array that is made the buffer that it is made for; of those that share one, the longest. */
    public List<Buffer> arrays() {
        return buffers.stream()
                .filter(buffer -> !buffer.isScalar())
                .filter(buffer -> sharedArray(buffer)
                        .map(array -> array.longest().equals(buffer))
                        .orElse(true))
                .toList();
    }

    /** The steps in the orders in which they run: to predict; or to evaluate, for gradients alone, and to train. */
    public List<List<Step>> passes() {
        return training.map(each ->
                        List.of(each.evaluation(), behindLoss(steps(Step.Phase.BACKWARD)), behindLoss(each.learning())))
                .orElseGet(() -> List.of(steps(Step.Phase.FORWARD)));
    }

    private List<Step> behindLoss(List<Step> others) {
        return Stream.concat(evaluated().stream(), others.stream()).toList();
    }

    /** What is read when a pass is over. */
    public Set<Buffer> results() {
        Set<Buffer> results = new HashSet<>(outputs);
        training.ifPresent(each -> results.addAll(each.results()));
        return results;
    }

    /** Floating-point operations of the sums of products, to predict or to train, for each row; everything else is little beside them. */
    public long flop() {
        List<List<Step>> passes = passes();
        return passes.get(passes.size() - 1).stream()
                .flatMap(step -> step.nests().stream())
                .mapToLong(Nest::flop)
                .sum();
    }

    /** The same with the steps of one phase alone. */
    public Program only(Step.Phase phase) {
        return new Program(buffers, steps(phase), outputs, training, sharedArrays);
    }

    public List<Step> steps(Step.Phase phase) {
        return steps.stream().filter(step -> step.phase() == phase).toList();
    }

    /** The steps from the inputs to the loss. */
    public List<Step> evaluated() {
        return evaluated(steps);
    }

    /** Those of {@code steps} that lead from the inputs to the loss: all forward ones come first. */
    public static List<Step> evaluated(List<Step> steps) {
        return Stream.of(Step.Phase.FORWARD, Step.Phase.LOSS)
                .flatMap(phase -> steps.stream().filter(step -> step.phase() == phase))
                .toList();
    }

    public List<Buffer> buffers(Buffer.Role role) {
        return buffers.stream().filter(buffer -> buffer.role() == role).toList();
    }

    @Override
    public String toString() {
        String declarations = buffers.stream()
                .map(buffer -> buffer.role().name().toLowerCase(Locale.ROOT) + " " + buffer)
                .collect(Collectors.joining("\n"));
        String shared = sharedArrays.stream().map(array -> "\narray " + array).collect(Collectors.joining());
        String body = steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
        return declarations + shared + "\n\n" + body
                + training.map(each -> "\n" + each.update() + watched(each)).orElse("");
    }

    private static String watched(Training training) {
        return training.activations().stream()
                .map(each -> "\nwatched " + each.buffer() + " " + each.plateaus())
                .collect(Collectors.joining());
    }
}
