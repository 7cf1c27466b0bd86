package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Step.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a trainer the forward pass and the loss of prediction, with which it evaluates. What both passes compute alike is one method; a step that
 * differs gets a method of its own, {@code evaluateBatchNorm1} or {@code measureCrossEntropy}.
 */
final class Evaluation {

    private final Program trainer;
    private final Program evaluation;

    private Evaluation(Program trainer, Program evaluation) {
        this.trainer = trainer;
        this.evaluation = evaluation;
    }

    /** The trainer's program with the steps, and the buffers, that {@code evaluation} has besides. */
    static Program add(Program trainer, Program evaluation) {
        return new Evaluation(trainer, evaluation).program();
    }

    private Program program() {
        List<Step> pass = new ArrayList<>();
        List<Step> steps = new ArrayList<>(trainer.steps());
        for (Step step : evaluation.evaluated()) {
            Optional<Step> shared = trainer.evaluated().stream()
                    .filter(other -> covers(other, step))
                    .findFirst();
            Step own = shared.orElseGet(() -> renamed(step));
            pass.add(own);
            if (shared.isEmpty()) {
                steps.add(own);
            }
        }
        return new Program(
                buffers(), steps, trainer.outputs(), trainer.training().map(training -> training.withEvaluation(pass)));
    }

    /** Whether a step of the trainer does for evaluation too: the loss of the same layers computes its gradient besides, which does no harm. */
    private static boolean covers(Step ofTrainer, Step step) {
        return ofTrainer.equals(step)
                || ofTrainer.phase() == Phase.LOSS
                        && step.phase() == Phase.LOSS
                        && ofTrainer.layers().equals(step.layers())
                        && containsInOrder(ofTrainer.nests(), step.nests());
    }

    private static boolean containsInOrder(List<Nest> all, List<Nest> wanted) {
        Iterator<Nest> rest = all.iterator();
        return wanted.stream().allMatch(nest -> skipTo(nest, rest));
    }

    private static boolean skipTo(Nest wanted, Iterator<Nest> rest) {
        while (rest.hasNext()) {
            if (contains(rest.next(), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Nest nest, Nest wanted) {
        if (nest instanceof Nest.Loop loop && wanted instanceof Nest.Loop other) {
            return loop.axis().equals(other.axis())
                    && loop.shared() == other.shared()
                    && containsInOrder(loop.body(), other.body());
        }
        return nest instanceof Nest.Once once && wanted instanceof Nest.Once other
                ? containsInOrder(once.body(), other.body())
                : nest.equals(wanted);
    }

    private static Step renamed(Step step) {
        String name = step.name().replaceFirst("^forward", "evaluate").replaceFirst("^loss", "measure");
        return new Step(name, Phase.EVALUATE, step.layers(), step.formulas(), step.nests());
    }

    private List<Buffer> buffers() {
        List<Buffer> buffers = new ArrayList<>(trainer.buffers());
        Set<String> names = new HashSet<>(buffers.stream().map(Buffer::name).toList());
        Set<Buffer> used = new HashSet<>();
        evaluation.evaluated().stream()
                .flatMap(step -> step.nests().stream())
                .flatMap(nest -> nest.accesses())
                .forEach(access -> used.add(access.buffer()));
        evaluation.buffers().stream()
                .filter(buffer -> used.contains(buffer) && names.add(buffer.name()))
                .forEach(buffers::add);
        return buffers;
    }
}
