package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Step.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a trainer the forward pass of prediction, with which it evaluates. What both passes compute alike is one method; a step that differs
 * gets a method of its own, {@code evaluateBatchNorm1}.
 */
final class Evaluation {

    private Evaluation() {}

    /** The trainer's program with the steps, and the buffers, that {@code evaluation} has besides. */
    static Program add(Program trainer, Program evaluation) {
        List<Step> forward = new ArrayList<>();
        List<Step> steps = new ArrayList<>(trainer.steps());
        for (Step step : evaluation.steps(Phase.FORWARD)) {
            boolean shared = trainer.steps().stream().anyMatch(other -> other.equals(step));
            Step own = shared ? step : renamed(step);
            forward.add(own);
            if (!shared) {
                steps.add(own);
            }
        }
        return new Program(
                buffers(trainer, evaluation),
                steps,
                trainer.outputs(),
                trainer.training().map(training -> training.withEvaluation(forward)));
    }

    private static Step renamed(Step step) {
        String name = step.name().replaceFirst("^forward", "evaluate");
        return new Step(name, Phase.EVALUATE, step.layers(), step.formulas(), step.nests());
    }

    private static List<Buffer> buffers(Program trainer, Program evaluation) {
        List<Buffer> buffers = new ArrayList<>(trainer.buffers());
        Set<String> names = new HashSet<>(buffers.stream().map(Buffer::name).toList());
        Set<Buffer> used = new HashSet<>();
        evaluation.steps(Phase.FORWARD).stream()
                .flatMap(step -> step.nests().stream())
                .flatMap(nest -> nest.accesses())
                .forEach(access -> used.add(access.buffer()));
        evaluation.buffers().stream()
                .filter(buffer -> used.contains(buffer) && names.add(buffer.name()))
                .forEach(buffers::add);
        return buffers;
    }
}
