package dev.nnlang.compiler;

import dev.nnlang.compiler.Options.Output;
import dev.nnlang.compiler.autodiff.Differentiation;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.explain.CostTable;
import dev.nnlang.compiler.explain.Explanation;
import dev.nnlang.compiler.explain.LayerTable;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.lower.Fingerprint;
import dev.nnlang.compiler.lower.Lowering;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.program.Programs;
import dev.nnlang.compiler.rewrite.Rewrites;
import dev.nnlang.compiler.rewrite.SpecializeMode;
import dev.nnlang.compiler.schedule.Scheduling;
import java.util.Optional;

/** The way of one network from the model to its programs: each record is what one stage makes of the one before. */
final class NetworkPipeline {

    private NetworkPipeline() {}

    /** A network's graph, in which the modes are not told apart yet. */
    record Lowered(Network network, NetworkGraph graph) {

        /** Empty after an error. */
        static Optional<Lowered> of(Network network, Options options, Diagnostics diagnostics) {
            boolean trains = options.output() == Output.PREDICTOR_AND_TRAINER;
            Optional<Training> training = network.training().filter(each -> trains);
            return Lowering.lower(network, training, diagnostics).map(graph -> new Lowered(network, graph));
        }

        /** One graph for each mode; that of training differentiated. */
        Derived derive(Options options) {
            Optional<NetworkGraph> objective =
                    Optional.of(graph).filter(each -> each.training().isPresent());
            return new Derived(
                    network,
                    SpecializeMode.forPrediction(graph),
                    objective
                            .map(SpecializeMode::forTraining)
                            .map(each -> Differentiation.differentiate(each, options.inputGradients())),
                    objective.filter(SpecializeMode::isNeeded).map(SpecializeMode::forEvaluation));
        }
    }

    /**
     * A network's graphs.
     *
     * @param trainer empty if training is not wanted
     * @param evaluator computes the loss as the predictor would; empty if the trainer does so too
     */
    record Derived(
            Network network, NetworkGraph predictor, Optional<NetworkGraph> trainer, Optional<NetworkGraph> evaluator) {

        Rewritten rewrite() {
            NetworkGraph layers = predictor.withGraph(Rewrites.ofPredictor(predictor.graph()));
            return new Rewritten(
                    network,
                    // Not of what rewrites make of it: better ones must not refuse the models of today.
                    Fingerprint.of(network, predictor),
                    layers,
                    rewritten(layers),
                    trainer.map(Derived::rewritten),
                    evaluator.map(Derived::rewritten));
        }

        private static NetworkGraph rewritten(NetworkGraph network) {
            return network.withGraph(Rewrites.run(network.graph()));
        }
    }

    /**
     * The graphs as they are computed.
     *
     * @param fingerprint what tells the network from others
     * @param layers the predictor's graph, in which each node still belongs to one layer
     */
    record Rewritten(
            Network network,
            String fingerprint,
            NetworkGraph layers,
            NetworkGraph predictor,
            Optional<NetworkGraph> trainer,
            Optional<NetworkGraph> evaluator) {

        Scheduled schedule() {
            return new Scheduled(this, Scheduling.schedule(predictor), trainer.map(graph -> evaluator
                    .map(other -> Scheduling.schedule(graph, other))
                    .orElseGet(() -> Scheduling.schedule(graph))));
        }

        /** The graphs, printed. */
        String dump() {
            return "predictor " + network.name() + "\n" + predictor.graph()
                    + trainer.map(graph -> "\ntrainer " + network.name() + "\n" + graph.graph())
                            .orElse("");
        }

        String summary() {
            return Explanation.summary(network, layers, trainer);
        }
    }

    /** A network's programs. */
    record Scheduled(Rewritten graphs, Programs predictor, Optional<Programs> trainer) {

        Network network() {
            return graphs.network();
        }

        /** What is printed as Java. */
        NetworkUnit unit() {
            return new NetworkUnit(
                    network(), predictor, trainer, graphs.fingerprint(), LayerTable.of(network(), graphs.layers()));
        }

        /** The programs, printed. */
        String dump() {
            return dump("predictor", predictor)
                    + trainer.map(programs -> "\n" + dump("trainer", programs)).orElse("");
        }

        private String dump(String what, Programs programs) {
            String title = what + " " + network().name() + ", ";
            return title + "plain\n" + programs.plain() + "\n" + title + "vectors\n" + programs.vectors();
        }

        /** The table of layers for people. */
        String explanation() {
            return Explanation.of(
                    network(), graphs.layers(), predictor.common(), trainer.map(Programs::common), batch());
        }

        /** The table of steps for people. */
        String costs() {
            return CostTable.of(network(), predictor.vectors(), trainer.map(Programs::vectors), batch());
        }

        private int batch() {
            return network().training().map(train -> train.batch().orElse(1)).orElse(1);
        }
    }
}
