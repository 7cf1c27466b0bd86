package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.network.Trainable;
import java.util.List;

/** The trainer of one network, compiled in memory and called by reflection. */
final class GeneratedTrainer {

    private final CompiledNetwork network;
    private final Class<?> type;

    /** @param name the network's; null if there is only one that can be trained */
    static GeneratedTrainer of(Compilation compilation, String name) {
        return new GeneratedTrainer(choose(compilation.networks(), name), GeneratedClasses.of(compilation.files()));
    }

    GeneratedTrainer(CompiledNetwork network, ClassLoader classes) {
        this.network = network;
        this.type = Reflection.of(() -> classes.loadClass(network.trainer()));
    }

    private static CompiledNetwork choose(List<CompiledNetwork> networks, String name) {
        List<CompiledNetwork> trained = networks.stream()
                .filter(network -> !network.trainer().isEmpty())
                .toList();
        List<String> names = trained.stream().map(CompiledNetwork::name).toList();
        if (trained.isEmpty()) {
            throw new UserError("nothing here can be trained: no network has a `train` declaration");
        }
        if (name == null && trained.size() == 1) {
            return trained.get(0);
        }
        if (!names.contains(name)) {
            String problem = name == null ? "there is more than one network" : "there is no network " + name;
            throw new UserError(problem + ": choose with --network " + String.join(" or ", names));
        }
        return trained.get(names.indexOf(name));
    }

    CompiledNetwork network() {
        return network;
    }

    /** What the file says of its training. */
    TrainingTask task() {
        return (TrainingTask) Reflection.of(() -> type.getMethod("task").invoke(null));
    }

    /** The columns that the network predicts. */
    List<Column> targets() {
        TrainingTask task = task();
        return task.trainer().apply(1).targets().stream()
                .flatMap(port -> task.data().targets().stream()
                        .filter(column -> port.columns().equals(List.of(column.name()))))
                .toList();
    }

    /** A network of freshly allocated buffers, from a compilation in {@code double}. */
    @SuppressWarnings("unchecked") // the compiler was asked for double
    Trainable<double[]> inDouble(int batch) {
        return (Trainable<double[]>)
                Reflection.of(() -> type.getConstructor(int.class).newInstance(batch));
    }
}
