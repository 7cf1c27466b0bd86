package dev.nnlang.compiler.program;

import dev.nnlang.compiler.formula.Plateaus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is computed for a network.
 *
 * @param buffers in the order of the data's way
 * @param steps in the order in which they run
 * @param outputs what the network says of each target
 * @param training what a trainer has besides; empty in a predictor
 */
public record Program(List<Buffer> buffers, List<Step> steps, List<Buffer> outputs, Optional<Training> training) {

    /**
     * What a trainer has besides.
     *
     * @param parts what each output is compared with
     * @param loss the scalar that the steps of phase LOSS compute
     * @param inputGradients one for each input whose gradient was asked for
     * @param evaluation the forward pass of prediction, before the steps of phase LOSS
     * @param activations those that training looks at
     */
    public record Training(
            List<Part> parts,
            Buffer loss,
            Update update,
            List<Buffer> inputGradients,
            List<Step> evaluation,
            List<Activation> activations) {

        /** Whether evaluation is the forward pass of training. */
        public boolean evaluatesAsItTrains() {
            return evaluation.stream().allMatch(step -> step.phase() == Step.Phase.FORWARD);
        }

        /** The arrays of the targets. */
        public List<Buffer> targets() {
            return parts.stream().map(Part::target).toList();
        }

        /** With another forward pass of prediction. */
        public Training withEvaluation(List<Step> forward) {
            return new Training(parts, loss, update, inputGradients, List.copyOf(forward), activations);
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
    public record Activation(Buffer buffer, Plateaus plateaus) {}

    public Program {
        buffers = List.copyOf(buffers);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
    }

    /** Floating-point operations of the sums of products in all steps, for each row; everything else is little beside them. */
    public long flop() {
        return steps.stream()
                .flatMap(step -> step.nests().stream())
                .mapToLong(Nest::flop)
                .sum();
    }

    /** The same with the steps of one phase alone. */
    public Program only(Step.Phase phase) {
        return new Program(buffers, steps(phase), outputs, training);
    }

    public List<Step> steps(Step.Phase phase) {
        return steps.stream().filter(step -> step.phase() == phase).toList();
    }

    public List<Buffer> buffers(Buffer.Role role) {
        return buffers.stream().filter(buffer -> buffer.role() == role).toList();
    }

    @Override
    public String toString() {
        String declarations = buffers.stream()
                .map(buffer -> buffer.role().name().toLowerCase(Locale.ROOT) + " " + buffer)
                .collect(Collectors.joining("\n"));
        String body = steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
        return declarations + "\n\n" + body
                + training.map(each -> "\n" + each.update() + watched(each)).orElse("");
    }

    private static String watched(Training training) {
        return training.activations().stream()
                .map(each -> "\nwatched " + each.buffer() + " " + each.plateaus())
                .collect(Collectors.joining());
    }
}
