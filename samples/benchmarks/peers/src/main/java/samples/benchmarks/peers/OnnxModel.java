package samples.benchmarks.peers;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import com.google.protobuf.ByteString;
import samples.benchmarks.Layer;
import samples.benchmarks.Shape;
import samples.benchmarks.Workload;

/** A workload as an ONNX file, with random weights, for any number of rows; logits come out. */
final class OnnxModel {
    static final String INPUT = "x";

    private static final int FORMAT = 8;
    private static final int OPERATORS = 13;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Random random = new Random(3);

    private Shape shape;

    /** What the last node has made. */
    private String value = INPUT;

    private OnnxModel(Workload workload) {
        shape = workload.input();
        graph.setName(workload.toString()).addInput(info(INPUT));
        for (Layer layer : workload.layers()) {
            add(layer);
            shape = layer.output(shape);
        }
        graph.addOutput(info(value));
    }

    static byte[] of(Workload workload) {
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(new OnnxModel(workload).graph)
                .build()
                .toByteArray();
    }

    private void add(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            node("Gemm", weights(shape.size(), shape.size(), dense.units()), zeros(dense.units()));
        } else if (layer instanceof Layer.Conv conv) {
            String weights = weights(
                    shape.channels() * conv.size() * conv.size(),
                    conv.filters(),
                    shape.channels(),
                    conv.size(),
                    conv.size());
            int padding = conv.padding();
            node("Conv", weights, zeros(conv.filters()))
                    .addAttribute(integers("pads", padding, padding, padding, padding));
        } else if (layer instanceof Layer.BatchNorm) {
            int channels = shape.channels();
            node("BatchNormalization", ones(channels), zeros(channels), zeros(channels), ones(channels));
        } else if (layer instanceof Layer.MaxPool) {
            node("MaxPool").addAttribute(integers("kernel_shape", 2, 2)).addAttribute(integers("strides", 2, 2));
        } else {
            node(layer.getClass().getSimpleName());
        }
    }

    /** Flatten, Relu and Tanh are called as ours are. */
    private NodeProto.Builder node(String operator, String... parameters) {
        NodeProto.Builder node = graph.addNodeBuilder().setOpType(operator).addInput(value);
        node.addAllInput(List.of(parameters));
        value = operator + graph.getNodeCount();
        return node.addOutput(value);
    }

    private static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    /** He's, so that no activation grows or dies out. */
    private String weights(int inputs, int... dims) {
        float[] values = new float[Arrays.stream(dims).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / inputs));
        }
        return tensor(values, dims);
    }

    private String zeros(int size) {
        return tensor(new float[size], size);
    }

    private String ones(int size) {
        float[] values = new float[size];
        Arrays.fill(values, 1);
        return tensor(values, size);
    }

    private String tensor(float[] values, int... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        String name = "parameter" + graph.getInitializerCount();
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(dims).forEach(tensor::addDims);
        return name;
    }

    private ValueInfoProto info(String name) {
        long[] dims = shape.batch(1);
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        dimensions.addDimBuilder().setDimParam("rows");
        Arrays.stream(dims).skip(1).forEach(dim -> dimensions.addDimBuilder().setDimValue(dim));
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
