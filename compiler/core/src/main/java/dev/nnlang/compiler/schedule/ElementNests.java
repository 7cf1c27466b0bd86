package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.formula.CommonSubexpressions;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done with one element inside its loops: assigned, added up, or the result of a reduction. */
final class ElementNests {

    private final Node node;
    private final Value value;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    ElementNests(Node node, Storage storage, StepAxes axes, Binding binding) {
        this.node = node;
        this.value = node.value();
        this.storage = storage;
        this.axes = axes;
        this.binding = binding;
    }

    /** What the formula needs more than once gets a name first. */
    List<Nest> store(Expression expression, List<Axis> open) {
        Set<String> taken = new HashSet<>();
        CommonSubexpressions shared =
                CommonSubexpressions.extract(List.of(expression.formula()), part -> partName(part, taken));
        Map<String, Operand> operands = new HashMap<>(expression.operands());
        List<Nest> nests = new ArrayList<>();
        for (CommonSubexpressions.Let let : shared.lets()) {
            nests.add(new Nest.Let(let.name(), new Expression(let.value(), operands)));
            operands.put(let.name(), new Operand.Local(let.name()));
        }
        Expression rest = new Expression(shared.formulas().get(0), operands);
        nests.add(
                storage.isLocal(value)
                        ? new Nest.Let(value.name(), rest)
                        : new Nest.Assign(binding.access(value, open), rest));
        return nests;
    }

    /** {@code dDense1Sigmoid}. */
    private String partName(Formula part, Set<String> taken) {
        String function = part instanceof Formula.Unary unary ? unary.operator().functionName() : "part";
        String name = value.name() + Character.toUpperCase(function.charAt(0)) + function.substring(1);
        String candidate = storage.unused(name);
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = storage.unused(name + i);
        }
        return candidate;
    }

    List<Nest> accumulate(Value term, List<Axis> open) {
        return List.of(new Nest.Accumulate(binding.access(value, open), binding.bind(term, open)));
    }

    List<Nest> reduce(Nest.Reducer reducer, Value term, List<Axis> open) {
        List<Dim> dims = term.shape().without(value.shape());
        List<Axis> over = new ArrayList<>();
        if (dims.remove(Dim.ROWS)) {
            over.add(StepAxes.ROWS);
        }
        over.addAll(axes.over(dims, dims.equals(term.shape().ofRow()) && binding.readsTogether(node, term.shape())));
        List<Axis> inside = new ArrayList<>(open);
        inside.addAll(over);
        if (storage.isLocal(value)) {
            return List.of(new Nest.Reduce(value.name(), reducer, over, binding.bind(term, inside)));
        }
        String local = storage.unused(value.name() + "Total");
        return List.of(
                new Nest.Reduce(local, reducer, over, binding.bind(term, inside)),
                new Nest.Assign(binding.access(value, open), Binding.of(local, new Operand.Local(local))));
    }
}
