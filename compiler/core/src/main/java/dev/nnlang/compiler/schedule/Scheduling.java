package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Programs;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Update;
import dev.nnlang.compiler.schedule.plain.PlainProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a network's graph into a program. */
public final class Scheduling {

    private final NetworkGraph network;
    private final Storage storage;

    private Scheduling(NetworkGraph network, List<StepPlan> plans, Constants constants, List<Buffer> besides) {
        this.network = network;
        this.storage = new Storage(network, plans, constants, besides);
    }

    public static Programs schedule(NetworkGraph network) {
        return dialects(schedule(network, new Constants(), List.of()));
    }

    /** The program of a trainer that evaluates by {@code evaluator}: the same network as it predicts. */
    public static Programs schedule(NetworkGraph trainer, NetworkGraph evaluator) {
        Constants constants = new Constants();
        Program trained = schedule(trainer, constants, List.of());
        return dialects(Evaluation.add(trained, schedule(evaluator, constants, trained.buffers())));
    }

    private static Programs dialects(Program program) {
        Program planned = MemoryPlan.make(program);
        boolean shared = ThreadPartition.isWorthIt(planned);
        return new Programs(
                planned, PlainProgram.of(planned, shared), shared ? ThreadPartition.share(planned) : planned);
    }

    /** @param besides the arrays of the same class that are there already */
    private static Program schedule(NetworkGraph network, Constants constants, List<Buffer> besides) {
        List<StepPlan> plans = Grouping.plan(network);
        return new Scheduling(network, plans, constants, besides).run(plans, constants);
    }

    private Program run(List<StepPlan> plans, Constants constants) {
        List<Step> steps = plans.stream()
                .map(plan -> new Step(
                        plan.name(),
                        plan.phase(),
                        plan.layers(),
                        StepFormulas.describe(plan, storage),
                        new NestBuilder(plan, storage, constants).build()))
                // To flatten is nothing to be computed.
                .filter(step -> !step.nests().isEmpty())
                .toList();
        List<Buffer> outputs = network.outputs().stream().map(storage::buffer).toList();
        return network.training()
                .filter(objective -> !objective.gradients().isEmpty())
                .map(objective -> trainer(FusedUpdates.fuse(steps, update(objective)), objective, outputs))
                .orElseGet(() -> new Program(storage.buffers(), steps, outputs, Optional.empty()));
    }

    private Program trainer(FusedUpdates.Result trained, NetworkGraph.Objective objective, List<Buffer> outputs) {
        List<Step> steps = trained.steps();
        List<Buffer> buffers = new ArrayList<>(storage.buffers());
        trained.update()
                .weights()
                .forEach(weight -> buffers.addAll(weight.state().values()));
        List<Value> beyondWeights = objective
                .gradients()
                .subList(network.weights().size(), objective.gradients().size());
        Program.Training training = new Program.Training(
                objective.parts().stream()
                        .map(part -> new Program.Part(storage.buffer(part.target()), storage.buffer(part.loss())))
                        .toList(),
                storage.buffer(objective.loss()),
                trained.update(),
                beyondWeights.stream().map(storage::buffer).toList(),
                Program.evaluated(steps),
                trained.learning(),
                objective.activations().stream()
                        .map(each -> new Program.Activation(storage.buffer(each.value()), each.plateaus()))
                        .toList());
        return new Program(buffers, steps, outputs, Optional.of(training));
    }

    private Update update(NetworkGraph.Objective objective) {
        List<Update.UpdatedWeight> weights = new ArrayList<>();
        for (int i = 0; i < network.weights().size(); i++) {
            Buffer weight = storage.buffer(network.weights().get(i));
            Buffer gradient = storage.buffer(objective.gradients().get(i));
            boolean kernel = storage.readers(network.weights().get(i)).stream().anyMatch(Scheduling::multiplies);
            UpdateRule rule = objective.optimizer().rule(kernel);
            weights.add(new Update.UpdatedWeight(weight, kernel, gradient, state(rule, weight), rule, false));
        }
        return new Update(objective.optimizer(), weights);
    }

    /** A lookup stands for the product with a one-hot vector. */
    private static boolean multiplies(Node node) {
        return node.op() instanceof Contract || node.op() instanceof Gather;
    }

    private Map<String, Buffer> state(UpdateRule rule, Buffer weight) {
        Map<String, Buffer> state = new LinkedHashMap<>();
        for (String variable : rule.state()) {
            String name =
                    storage.unused(weight.name() + Character.toUpperCase(variable.charAt(0)) + variable.substring(1));
            state.put(variable, new Buffer(name, weight.shape(), weight.element(), Buffer.Role.STATE, weight.origin()));
        }
        return state;
    }
}
