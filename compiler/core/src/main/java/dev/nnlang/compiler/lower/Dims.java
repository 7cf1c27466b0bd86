package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the dims of a network, each under a name of its own, from the names of layers and columns: {@code CONV1_FILTERS}. */
final class Dims {

    /** The dim of classes where a network has one output. */
    private static final String CLASSES = "CLASSES";

    private final Set<String> names = new HashSet<>();
    /** What the units of the layers are called that say something of a target. */
    private final Map<Layer, String> targets = new HashMap<>();

    Dims(Network network) {
        for (Network.Output output : network.outputs()) {
            boolean classes = network.outputs().size() == 1 && output.target().kind() instanceof Column.OneOf;
            unitsOf(output.layer(), classes ? CLASSES : constant(output.target().name()));
        }
    }

    /** Names the units of the layer that {@code output} is computed of, element by element. */
    private void unitsOf(Layer output, String name) {
        Layer layer = output;
        while (isElementwise(layer) && layer.inputs().size() == 1) {
            layer = layer.inputs().get(0);
        }
        targets.putIfAbsent(layer, name);
    }

    private static boolean isElementwise(Layer layer) {
        return layer.operation() instanceof Layer.Activation
                || layer.operation() instanceof Layer.Primitive primitive
                        && primitive.invocation().name().equals("softmax");
    }

    /** The dim of what a layer makes: of units, or of all its elements. */
    Dim of(Layer layer, int size) {
        return make(targets.getOrDefault(layer, constant(layer.name())), size, "j");
    }

    /** {@code CONV1_FILTERS}: a dim that plays a part in a layer. */
    Dim of(Layer layer, String part, int size, String index) {
        return make(constant(layer.name()) + "_" + part, size, index);
    }

    private Dim make(String name, int size, String index) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + "_" + i;
        }
        return new Dim(unique, size, index);
    }

    /** {@code sepalLength} becomes {@code SEPAL_LENGTH}. */
    private static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** The same elements under the dims of {@code shape}, which are as long. */
    static Value renamed(GraphBuilder builder, Layer layer, Value value, Shape shape) {
        return value.shape().equals(shape)
                ? value
                : builder.add(value.name() + "Alike", new Reshape(value, shape), LayerRules.origin(layer));
    }
}
