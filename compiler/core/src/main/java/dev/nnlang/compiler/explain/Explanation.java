package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code nn explain} and the first line of {@code nn train} say of a network. */
public final class Explanation {

    private Explanation() {}

    /** Heading, the table of the layers and that of the memory. */
    public static String of(
            Network network, NetworkGraph graph, Program predictor, Optional<Program> trainer, int batch) {
        MemoryTable memory = new MemoryTable(predictor, trainer, batch);
        long parameters = LayerTable.parameters(graph.graph());
        String size = parameters + " parameters, " + bytes(parameters * MemoryTable.FLOAT_BYTES);
        String training = trainer.map(
                        program -> "; training " + bytes(memory.training(program)) + " with batches of " + batch)
                .orElse("");
        String predicting = ", predicting " + bytes(memory.predicting()) + " a row";
        return network.name() + " for " + network.data().name() + ": " + size + training + predicting + "\n\n"
                + LayerTable.withNotes(network, graph) + "\n" + memory.render();
    }

    /** {@code Iris for Flower, iris.nn:13: 4 -> 16 -> 3, 131 parameters, 1.6 kFLOP a row}. */
    public static String summary(Network network, NetworkGraph graph, Optional<NetworkGraph> trained) {
        List<String> widths = new ArrayList<>();
        graph.inputs().forEach(input -> widths.add(LayerTable.shape(input.shape())));
        String chain = String.join(", ", widths);
        for (Node node : graph.graph().nodes()) {
            if (node.op() instanceof Contract sums && sums.isMatrixProduct()) {
                chain += " -> " + LayerTable.shape(node.value().shape());
            }
        }
        long flop = OpCost.of(trained.orElse(graph).graph());
        return network.name() + " for " + network.data().name() + ", "
                + network.span().where() + ": " + chain + ", "
                + LayerTable.number(LayerTable.parameters(graph.graph())) + " parameters, " + quantity(flop, "FLOP")
                + " a row";
    }

    private static String bytes(long bytes) {
        return bytes < 1000 ? bytes + " bytes" : quantity(bytes, "B");
    }

    /** {@code 1.6 kFLOP}: two digits and a decimal prefix. */
    private static String quantity(double amount, String unit) {
        String[] prefixes = {"", "k", "M", "G", "T"};
        int prefix = 0;
        double scaled = amount;
        while (scaled >= 1000 && prefix < prefixes.length - 1) {
            scaled /= 1000;
            prefix++;
        }
        String digits = scaled < 10 && prefix > 0 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, scaled) + " " + prefixes[prefix] + unit;
    }
}
