package samples.benchmarks.peers;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import samples.benchmarks.Layer;
import samples.benchmarks.Workload;

/** The layers of a workload as DJL's blocks; logits come out. */
final class DjlNet {

    private DjlNet() {}

    static Block of(Workload workload) {
        SequentialBlock net = new SequentialBlock();
        workload.layers().forEach(layer -> net.add(block(layer)));
        return net;
    }

    private static Block block(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return Linear.builder().setUnits(dense.units()).build();
        } else if (layer instanceof Layer.Conv conv) {
            return Conv2d.builder()
                    .setKernelShape(new Shape(conv.size(), conv.size()))
                    .optPadding(new Shape(conv.padding(), conv.padding()))
                    .setFilters(conv.filters())
                    .build();
        } else if (layer instanceof Layer.MaxPool) {
            return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
        } else if (layer instanceof Layer.Flatten) {
            return Blocks.batchFlattenBlock();
        } else if (layer instanceof Layer.BatchNorm) {
            return BatchNorm.builder().build();
        } else if (layer instanceof Layer.Relu) {
            return Activation.reluBlock();
        } else if (layer instanceof Layer.Tanh) {
            return Activation.tanhBlock();
        }
        throw new AssertionError(layer);
    }
}
