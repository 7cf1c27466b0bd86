package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.program.Lanes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits a step's nodes into runs that share a loop. A node's loops, from the outside: the rows, if it has them, then its dims. It can join the
 * loop before it unless it reads what is only complete when that loop has ended.
 */
final class LoopRuns {

    private LoopRuns() {}

    /** How many loops stand around a node's statement. */
    static int depth(Node node) {
        if (!isElementwise(node)) {
            return 0;
        }
        if (accumulates(node)) {
            return levels(node.op().operands().get(0).shape());
        }
        return levels(node.value().shape());
    }

    /** Whether a node's loops are those of its elements; others bring loops of their own. */
    static boolean isElementwise(Node node) {
        return isReduction(node) || node.op() instanceof MapElements || node.op() instanceof OneHot;
    }

    private static boolean isReduction(Node node) {
        return node.op() instanceof Reduce;
    }

    /** Whether a node adds up into the elements of an array: a sum over rows for each column. */
    static boolean accumulates(Node node) {
        return node.op() instanceof Reduce reduce
                && reduce.isSum()
                && node.value().shape().rank() > 0;
    }

    /** Rows are one level, dims together another. */
    private static int levels(Shape shape) {
        return (shape.perRow() ? 1 : 0) + (shape.rank() > 0 ? 1 : 0);
    }

    /** How many of the loops around it must still be open when a value may be read; 0: only behind them all. */
    private static int readableAt(Node node) {
        if (!isReduction(node)) {
            return depth(node);
        }
        // What is added up of each row by element is read to be added up over all rows: by a loop that threads do not
        // share like this one.
        return node.value().shape().perRow() && !accumulates(node) ? 1 : 0;
    }

    /** Runs of nodes that share the loop at {@code level}; a node with no loop there is a run of its own. */
    static List<List<Node>> split(List<Node> nodes, int level, Storage storage) {
        List<List<Node>> runs = new ArrayList<>();
        Set<Value> closed = new HashSet<>();
        Set<Value> partial = new HashSet<>();
        List<Node> run = new ArrayList<>();
        for (Node node : nodes) {
            if (storage.isInlined(node)) {
                continue;
            }
            if (!run.isEmpty() && !(joins(run, node, level) && readsOpenOnly(node, closed, partial, storage))) {
                runs.add(run);
                run = new ArrayList<>();
                closed.clear();
                partial.clear();
            }
            run.add(node);
            if (readableAt(node) <= level) {
                closed.add(node.value());
            }
            if (depth(node) == level + 1) {
                partial.add(node.value());
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static boolean joins(List<Node> run, Node node, int level) {
        Node first = run.get(0);
        return depth(first) > level
                && depth(node) > level
                && loopShape(first, level).equals(loopShape(node, level))
                && (loopShape(node, level).equals("rows") || fits(run.get(run.size() - 1), node));
    }

    /**
     * Whether two nodes fit into one loop over dims: a sum for each channel keeps it from running over all elements at once, which leaves a rest
     * at every pixel, unless channels fill whole vectors.
     */
    private static boolean fits(Node before, Node node) {
        if (accumulates(before) == accumulates(node)) {
            return true;
        }
        Shape shape = node.op().operands().get(0).shape();
        return shape.rank() < 2
                || shape.last().size() < Lanes.FEWEST
                || shape.last().size() % Lanes.MOST == 0;
    }

    /** What must be equal for two nodes to share the loop at {@code level}. */
    private static Object loopShape(Node node, int level) {
        Shape shape = accumulates(node)
                ? node.op().operands().get(0).shape()
                : node.value().shape();
        boolean rowsHere = shape.perRow() && level == 0;
        return rowsHere ? "rows" : shape.ofRow();
    }

    /**
     * Whether a node can stand in a loop.
     *
     * @param closed values that are complete only behind the loop
     * @param partial values of which each turn of the loop computes one element: who reads another one must wait too
     */
    private static boolean readsOpenOnly(Node node, Set<Value> closed, Set<Value> partial, Storage storage) {
        boolean anyElement = node.op() instanceof Gather gather && partial.contains(gather.table());
        return !anyElement
                && node.op().operands().stream()
                        .noneMatch(value -> closed.contains(value)
                                || storage.isInlined(storage.producer(value))
                                        && !readsOpenOnly(storage.producer(value), closed, partial, storage));
    }
}
