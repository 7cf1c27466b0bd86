package dev.nnlang.compiler;

import dev.nnlang.compiler.Options.Output;
import dev.nnlang.compiler.autodiff.Differentiation;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.emit.NetworkUnit;
import dev.nnlang.compiler.explain.Explanation;
import dev.nnlang.compiler.explain.LayerTable;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.lower.Fingerprint;
import dev.nnlang.compiler.lower.Lowering;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.rewrite.Rewrites;
import dev.nnlang.compiler.schedule.Scheduling;
import java.util.Optional;

/**
 * The way of one network from the model to its programs.
 *
 * @param fingerprint what tells the network from others
 * @param layers the predictor's graph, in which each node still belongs to one layer
 * @param predictor the predictor's graph, rewritten
 * @param trainer the trainer's graph, differentiated and rewritten; empty if training is not wanted
 */
record NetworkPipeline(
        Network network,
        String fingerprint,
        NetworkGraph layers,
        NetworkGraph predictor,
        Optional<NetworkGraph> trainer,
        Program predictorProgram,
        Optional<Program> trainerProgram) {

    /** Lower, differentiate, rewrite, schedule; empty after an error. */
    static Optional<NetworkPipeline> run(Network network, Options options, Diagnostics diagnostics) {
        boolean training = options.output() == Output.PREDICTOR_AND_TRAINER;
        Optional<NetworkGraph> lowered = Lowering.predictor(network, diagnostics);
        Optional<NetworkGraph> objective = network.training()
                .filter(train -> training && lowered.isPresent())
                .flatMap(train -> Lowering.trainer(network, train, diagnostics));
        if (lowered.isEmpty() || diagnostics.hasErrors()) {
            return Optional.empty();
        }
        NetworkGraph layers =
                lowered.get().withGraph(Rewrites.ofPredictor(lowered.get().graph()));
        NetworkGraph predictor = rewritten(layers);
        Optional<NetworkGraph> trainer = objective
                .map(graph -> Differentiation.differentiate(graph, options.inputGradients()))
                .map(NetworkPipeline::rewritten);
        return Optional.of(new NetworkPipeline(
                network,
                // Not of what rewrites make of it: better ones must not refuse the models of today.
                Fingerprint.of(network, lowered.get()),
                layers,
                predictor,
                trainer,
                Scheduling.schedule(predictor),
                trainer.map(graph -> trainerProgram(network, objective.get(), graph, diagnostics))));
    }

    /** Evaluation is a pass of its own where some layer predicts otherwise than it trains. */
    private static Program trainerProgram(
            Network network, NetworkGraph lowered, NetworkGraph trainer, Diagnostics diagnostics) {
        NetworkGraph evaluator = Lowering.evaluator(network, network.training().orElseThrow(), diagnostics)
                .orElseThrow();
        return evaluator.graph().toString().equals(lowered.graph().toString())
                ? Scheduling.schedule(trainer)
                : Scheduling.schedule(trainer, rewritten(evaluator));
    }

    private static NetworkGraph rewritten(NetworkGraph network) {
        return network.withGraph(Rewrites.run(network.graph()));
    }

    /** What is printed as Java. */
    NetworkUnit unit() {
        return new NetworkUnit(network, predictorProgram, trainerProgram, fingerprint, LayerTable.of(network, layers));
    }

    /** The graphs, printed. */
    String graphDump() {
        return "predictor " + network.name() + "\n" + predictor.graph()
                + trainer.map(graph -> "\ntrainer " + network.name() + "\n" + graph.graph())
                        .orElse("");
    }

    /** The programs, printed. */
    String programDump() {
        return "predictor " + network.name() + "\n" + predictorProgram
                + trainerProgram
                        .map(program -> "\ntrainer " + network.name() + "\n" + program)
                        .orElse("");
    }

    /** The table for people. */
    String explanation() {
        int batch = network.training().map(train -> train.batch().orElse(1)).orElse(1);
        return Explanation.of(network, layers, predictorProgram, trainerProgram, batch);
    }

    String summary() {
        return Explanation.summary(network, layers, trainer);
    }
}
