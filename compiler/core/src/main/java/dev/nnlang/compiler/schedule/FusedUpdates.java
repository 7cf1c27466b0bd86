package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.FormulaLine;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Step.Phase;
import dev.nnlang.compiler.program.Traffic;
import dev.nnlang.compiler.program.Update;
import dev.nnlang.compiler.program.Update.UpdatedWeight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes large weights of dense layers where their gradients are made, piece by piece: a gradient is used up while it is in the cache, and need not go to memory and
 * come back. Its sums become a step of their own, {@code gradientDense1Weight}, for those who ask for gradients; in a step of training
 * {@code updateDense1Weight} takes its place.
 */
final class FusedUpdates {

    /** Smaller gradients are still in the cache when all are there, and an update behind the backward pass is easier to read. */
    private static final int WORTH_FUSING = 1 << 16;

    private final List<Step> unfused;
    private final Update update;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> updates = new ArrayList<>();
    private final List<Step> learning = new ArrayList<>();
    private final List<UpdatedWeight> fused = new ArrayList<>();

    private FusedUpdates(List<Step> unfused, Update update) {
        this.unfused = unfused;
        this.update = update;
    }

    /**
     * A trainer's steps.
     *
     * @param steps all of them
     * @param learning those behind the loss, in the order in which they run when weights change
     */
    record Result(List<Step> steps, List<Step> learning, Update update) {}

    /** @param steps not yet shared among threads */
    static Result fuse(List<Step> steps, Update update) {
        FusedUpdates fusing = new FusedUpdates(steps, update);
        steps.forEach(fusing::add);
        return fusing.result();
    }

    private Result result() {
        List<UpdatedWeight> weights = update.weights().stream()
                .map(weight -> fused.contains(weight) ? weight.fuse() : weight)
                .toList();
        List<Step> all = Stream.concat(steps.stream(), updates.stream()).toList();
        List<Step> behindLoss = Stream.concat(
                        learning.stream(), steps.stream().filter(step -> step.phase() == Phase.TRACK))
                .toList();
        return new Result(all, behindLoss, new Update(update.optimizer(), weights));
    }

    private void add(Step step) {
        List<Nest> rest = new ArrayList<>(step.nests());
        List<Step> gradients = new ArrayList<>();
        List<Step> changes = new ArrayList<>();
        for (Nest nest : step.nests()) {
            Optional<UpdatedWeight> weight = step.phase() == Phase.BACKWARD && nest instanceof Contraction sums
                    ? fusing(sums, step)
                    : Optional.empty();
            if (weight.isPresent()) {
                rest.remove(nest);
                Step gradient = gradient(weight.get(), nest, step);
                gradients.add(gradient);
                changes.add(change(weight.get(), (Contraction) nest, gradient));
                fused.add(weight.get());
            }
        }
        List<Step> others = rest.isEmpty() ? List.of() : List.of(without(gradients, rest, step));
        steps.addAll(others);
        steps.addAll(gradients);
        updates.addAll(changes);
        if (step.phase() == Phase.BACKWARD) {
            learning.addAll(others);
            learning.addAll(changes);
        }
    }

    /** The weight that {@code sums} are the gradient of, if it is large and nothing but its update wants them, nor the weight itself later on. */
    private Optional<UpdatedWeight> fusing(Contraction sums, Step step) {
        boolean ofMatrix = sums.rows().size() == 1 && sums.target().indices().size() == 2;
        if (update.optimizer().readsPerStep(Optimizer.GRADIENT_NORM) || !ofMatrix || sums.scatters()) {
            return Optional.empty();
        }
        return update.weights().stream()
                .filter(weight -> sums.target().buffer().equals(weight.gradient()))
                .filter(weight -> weight.weight().shape().size() >= WORTH_FUSING)
                .filter(weight -> nests(unfused)
                                .filter(nest -> uses(nest, weight.gradient()))
                                .count()
                        == 1)
                .filter(weight -> nests(behind(step)).noneMatch(nest -> uses(nest, weight.weight())))
                .findFirst();
    }

    private List<Step> behind(Step step) {
        return unfused.subList(unfused.indexOf(step) + 1, unfused.size());
    }

    private static Stream<Nest> nests(List<Step> steps) {
        return steps.stream().flatMap(step -> step.nests().stream());
    }

    private static boolean uses(Nest nest, Buffer buffer) {
        return Traffic.of(nest).anyMatch(traffic -> traffic.access().buffer().equals(buffer));
    }

    private static Step gradient(UpdatedWeight weight, Nest sums, Step step) {
        return new Step(
                named("gradient", weight),
                Phase.BACKWARD,
                step.layers(),
                step.formulas().stream().filter(line -> says(line, weight)).toList(),
                List.of(sums));
    }

    private static String named(String word, UpdatedWeight weight) {
        String name = weight.weight().name();
        return word + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether a line says how the gradient of {@code weight} is computed. */
    private static boolean says(FormulaLine line, UpdatedWeight weight) {
        return line.result().equals(weight.gradient().name());
    }

    private static String shaped(Buffer buffer) {
        return buffer.name() + buffer.shape();
    }

    private static Step without(List<Step> gradients, List<Nest> rest, Step step) {
        List<FormulaLine> formulas = new ArrayList<>(step.formulas());
        gradients.forEach(gradient -> formulas.removeAll(gradient.formulas()));
        return new Step(step.name(), step.phase(), step.layers(), formulas, rest);
    }

    private static Step change(UpdatedWeight weight, Contraction sums, Step gradient) {
        Map<String, Buffer> arrays = new HashMap<>(weight.state());
        arrays.put(UpdateRule.WEIGHT, weight.weight());
        arrays.put(UpdateRule.GRADIENT, weight.gradient());
        UpdateRule rule = weight.rule();
        List<Nest> epilogue = new ArrayList<>();
        List<FormulaLine> formulas = new ArrayList<>(gradient.formulas());
        if (rule.shapesGradient()) {
            epilogue.add(new Nest.Let(UpdateRule.DIRECTION, bound(rule.direction(), arrays, sums)));
            formulas.add(line(UpdateRule.DIRECTION, UpdateRule.DIRECTION, rule.direction(), arrays));
        }
        rule.assignments().forEach((name, value) -> {
            epilogue.add(new Nest.Assign(at(arrays.get(name), sums), bound(value, arrays, sums)));
            formulas.add(line(arrays.get(name).name(), shaped(arrays.get(name)), value, arrays));
        });
        return new Step(
                named("update", weight), Phase.UPDATE, gradient.layers(), formulas, List.of(sums.usedUp(epilogue)));
    }

    /** Elements of arrays; everything else is the same for all elements, or was computed just before. */
    private static Expression bound(Formula formula, Map<String, Buffer> arrays, Contraction sums) {
        Map<String, Operand> operands = new HashMap<>();
        for (String name : formula.variables()) {
            operands.put(
                    name,
                    arrays.containsKey(name)
                            ? new Operand.Element(at(arrays.get(name), sums))
                            : new Operand.Local(name));
        }
        return new Expression(formula, operands);
    }

    /** The element of a weight, or of what belongs to it, whose gradient is at hand. */
    private static Access at(Buffer buffer, Contraction sums) {
        return new Access(buffer, sums.target().indices());
    }

    private static FormulaLine line(String value, String shown, Formula formula, Map<String, Buffer> arrays) {
        Map<String, Formula> operands = new HashMap<>();
        arrays.forEach((variable, buffer) -> operands.put(variable, Formula.variable(shaped(buffer))));
        return new FormulaLine(value, shown + " = " + Printer.print(formula.substitute(operands)));
    }
}
