package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code nn explain --cost}: for each step what it computes, what it moves, and how often threads wait. Where few operations come to a byte, memory
 * decides how long a step takes; where awaits are many and operations few, waiting does.
 */
public final class CostTable {

    private final int rows;
    private final TextTable table = new TextTable(false, false, true, true, true, true);

    private CostTable(int rows) {
        this.rows = rows;
    }

    /**
     * The steps of training with a batch, if the network is trained, and of predicting one row.
     *
     * @param batch how many rows are trained with at once
     */
    public static String of(Network network, Program predictor, Optional<Program> trainer, int batch) {
        String training = trainer.map(program -> "training " + network.name() + ", a batch of " + batch + "\n"
                        + new CostTable(batch).render(pass(program)) + "\n")
                .orElse("");
        return training + "predicting " + network.name() + ", a row\n" + new CostTable(1).render(pass(predictor));
    }

    /** The longest pass: that which changes the weights, or predicts. */
    private static List<Step> pass(Program program) {
        List<List<Step>> passes = program.passes();
        return passes.get(passes.size() - 1);
    }

    private String render(List<Step> steps) {
        table.add(List.of("line", "step", "FLOP", "bytes", "FLOP a byte", "awaits"));
        StepCost total = new StepCost(0, 0, 0);
        for (Step step : steps) {
            StepCost cost = StepCost.of(step, rows);
            table.add(cells(line(step), step.name(), cost));
            total = total.plus(cost);
        }
        table.add(cells("", "together", total));
        return table.render();
    }

    private static String line(Step step) {
        return step.layers().stream().findFirst().map(Origin::where).orElse("");
    }

    private static List<String> cells(String line, String name, StepCost cost) {
        String perByte =
                cost.bytes() == 0 ? "" : String.format(Locale.ROOT, "%.1f", (double) cost.flop() / cost.bytes());
        return List.of(
                line,
                name,
                LayerTable.number(cost.flop()),
                LayerTable.number(cost.bytes()),
                perByte,
                LayerTable.number(cost.awaits()));
    }
}
