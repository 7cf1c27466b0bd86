package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.Crop;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets convolutions slide over images that have their padding around them, so that no window ever looks beyond an edge: where a pixel lies is
 * then a sum of where the window stands and which of its taps sees it. Poolings keep their padding, which is no value.
 */
final class PadImages {

    private final GraphBuilder walk;
    private final Map<Pad, Value> padded = new HashMap<>();

    private PadImages(Graph graph) {
        this.walk = GraphBuilder.rebuilding(graph);
    }

    static Graph run(Graph graph) {
        PadImages pass = new PadImages(graph);
        graph.nodes().forEach(node -> pass.walk.keep(node, pass.onPadded(node)));
        return pass.walk.build(graph.outputs());
    }

    private Op onPadded(Node node) {
        if (node.op() instanceof Convolution op && isPadded(op.window())) {
            Value image = padded(op.image(), op.window(), node.origin());
            return new Convolution(image, op.weight(), op.window().withoutPadding());
        }
        if (node.op() instanceof ConvolutionWeightGradient op && isPadded(op.window())) {
            Value image = padded(op.image(), op.window(), node.origin());
            return new ConvolutionWeightGradient(image, op.d(), op.window().withoutPadding(), op.shape());
        }
        if (node.op() instanceof ConvolutionImageGradient op && isPadded(op.window())) {
            return cropped(node, op);
        }
        return node.op();
    }

    private static boolean isPadded(Window window) {
        return !window.margins().equals(Margins.NONE);
    }

    /** Convolutions that look equally far beyond one image share what they look at. */
    private Value padded(Value image, Window window, Origin origin) {
        return padded.computeIfAbsent(
                new Pad(image, window.margins()), pad -> walk.add(image.name() + "Padded", pad, origin));
    }

    /** What the padding gets back is of no use. */
    private Op cropped(Node node, ConvolutionImageGradient op) {
        Margins margins = op.window().margins();
        Op whole = new ConvolutionImageGradient(
                op.d(), op.weight(), op.window().withoutPadding(), margins.around(op.shape()));
        return new Crop(walk.add(node.value().name() + "Padded", whole, node.origin()), margins);
    }
}
