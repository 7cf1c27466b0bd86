package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lets convolutions slide over images that have their padding around them, so that no window ever looks beyond an edge: where a pixel lies is
 * then a sum of where the window stands and which of its taps sees it. Sums of one factor keep their padding, which is never added.
 */
final class PadImages {

    private final GraphBuilder walk;
    /** For an image and its margins what has them around it. */
    private final Map<List<Object>, Value> padded = new HashMap<>();

    private final Set<String> names = new HashSet<>();
    /** For a dim and how much is around it the longer dim. */
    private final Map<List<Object>, Dim> longer = new HashMap<>();

    private PadImages(Graph graph) {
        this.walk = GraphBuilder.rebuilding(graph);
        graph.nodes().forEach(node -> node.value().shape().dims().forEach(dim -> names.add(dim.name())));
    }

    static Graph run(Graph graph) {
        PadImages pass = new PadImages(graph);
        graph.nodes().forEach(node -> pass.walk.keep(node, pass.onPadded(node)));
        return pass.walk.build(graph.outputs());
    }

    private Op onPadded(Node node) {
        if (!(node.op() instanceof Contract sums) || sums.factors().size() < 2) {
            return node.op();
        }
        Contract inside = new Contract(
                sums.shape(),
                sums.over(),
                sums.factors().stream()
                        .map(factor -> padded(factor, node.origin()))
                        .toList());
        Margins margins = marginsOfResult(inside);
        return margins.equals(Margins.NONE) ? inside : cropped(node, inside, margins);
    }

    private Factor padded(Factor factor, Origin origin) {
        Margins margins = Margins.NONE;
        for (int i = 0; i < factor.places().size(); i++) {
            Affine place = factor.places().get(i);
            if (place.isForward() && !place.isPlain()) {
                int behind = Math.max(0, place.highest() - (factor.dim(i).size() - 1));
                margins = margins.with(i, Math.max(0, -place.lowest()), behind);
            }
        }
        if (margins.equals(Margins.NONE)) {
            return factor;
        }
        Shape shape = around(factor.value().shape(), margins);
        List<Affine> places = new ArrayList<>();
        for (int i = 0; i < factor.places().size(); i++) {
            Affine place = factor.places().get(i);
            places.add(new Affine(place.terms(), place.offset() + margins.before(i), place.divisor()));
        }
        Margins wanted = margins;
        Value image = factor.value();
        return new Factor(
                // Convolutions that look equally far beyond one image share what they look at.
                padded.computeIfAbsent(
                        List.of(image, margins),
                        key -> walk.add(
                                image.name() + "Padded",
                                new Pad(image, before(image.shape(), wanted, 1), shape),
                                origin)),
                places);
    }

    /** How far a result goes beyond its edges where each element of a factor adds to all that it is seen by. */
    private static Margins marginsOfResult(Contract sums) {
        Margins margins = Margins.NONE;
        for (Factor factor : sums.factors()) {
            for (int i = 0; i < factor.places().size(); i++) {
                Affine place = factor.places().get(i);
                if (!place.isForward()) {
                    Affine.Term unknown = place.onlyTermOf(sums.shape().dims());
                    Affine target = place.solvedFor(unknown, factor.dim(i));
                    int behind = Math.max(0, target.highest() - (unknown.dim().size() - 1));
                    margins = margins.with(
                            sums.shape().dims().indexOf(unknown.dim()), Math.max(0, -target.lowest()), behind);
                }
            }
        }
        return margins;
    }

    /** What the padding gets is of no use. */
    private Op cropped(Node node, Contract sums, Margins margins) {
        Shape whole = around(sums.shape(), margins);
        Map<Dim, Affine> moved = new HashMap<>();
        for (int i = 0; i < sums.shape().dims().size(); i++) {
            Dim inside = sums.shape().dims().get(i);
            Dim outside = whole.dims().get(i);
            if (!inside.equals(outside)) {
                moved.put(inside, new Affine(List.of(new Affine.Term(outside, 1)), -margins.before(i), 1));
            }
        }
        List<Factor> factors =
                sums.factors().stream().map(factor -> factor.substitute(moved)).toList();
        Value all = walk.add(node.value().name() + "Padded", new Contract(whole, sums.over(), factors), node.origin());
        return new Pad(all, before(whole, margins, -1), sums.shape());
    }

    private static List<Integer> before(Shape shape, Margins margins, int sign) {
        return IntStream.range(0, shape.dims().size())
                .mapToObj(i -> sign * margins.before(i))
                .toList();
    }

    private Shape around(Shape shape, Margins margins) {
        List<Dim> dims = new ArrayList<>();
        for (int i = 0; i < shape.dims().size(); i++) {
            dims.add(longer(shape.dims().get(i), margins.before(i) + margins.behind(i)));
        }
        return new Shape(dims);
    }

    private Dim longer(Dim dim, int margins) {
        return margins == 0 ? dim : longer.computeIfAbsent(List.of(dim, margins), key -> make(dim, margins));
    }

    private Dim make(Dim dim, int margins) {
        String name = "PADDED_" + dim.name();
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + "_" + i;
        }
        return new Dim(unique, dim.size() + margins, dim.index());
    }
}
