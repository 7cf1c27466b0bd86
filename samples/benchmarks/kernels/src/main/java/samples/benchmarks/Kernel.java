package samples.benchmarks;

import dev.nnlang.runtime.Member;
import dev.nnlang.runtime.Team;
import dev.nnlang.training.network.Trainable;

/** Steps of generated trainers, by what their contractions are: tall, flat, narrow; over rows, or over windows of few and of many channels. */
public enum Kernel {
    MLP_FORWARD_DENSE_784_256(Workload.MLP, MlpTrainer.class, MlpTrainer::forwardDense1),
    MLP_FORWARD_DENSE_256_128(Workload.MLP, MlpTrainer.class, MlpTrainer::forwardDense2),
    MLP_FORWARD_DENSE_128_10(Workload.MLP, MlpTrainer.class, MlpTrainer::forwardDense3),
    MLP_BACKWARD_DENSE_256_128(Workload.MLP, MlpTrainer.class, MlpTrainer::backwardDense2),
    WIDE_FORWARD_DENSE_2048_2048(Workload.WIDE, WideTrainer.class, WideTrainer::forwardDense2),
    WIDE_BACKWARD_DENSE_2048_2048(Workload.WIDE, WideTrainer.class, WideTrainer::backwardDense2),
    LENET_FORWARD_CONV_1_20(Workload.LENET, LenetTrainer.class, LenetTrainer::forwardConv1),
    LENET_FORWARD_CONV_20_50(Workload.LENET, LenetTrainer.class, LenetTrainer::forwardConv2),
    LENET_BACKWARD_CONV_20_50(Workload.LENET, LenetTrainer.class, LenetTrainer::backwardConv2),
    CONVBN_FORWARD_CONV_32_32(Workload.CONVBN, ConvbnTrainer.class, ConvbnTrainer::forwardConv2),
    CONVBN_BACKWARD_CONV_32_32(Workload.CONVBN, ConvbnTrainer.class, ConvbnTrainer::backwardConv2),
    CONVBN_FORWARD_BATCH_NORM_32(Workload.CONVBN, ConvbnTrainer.class, ConvbnTrainer::forwardBatchNorm2),
    CONVBN_BACKWARD_BATCH_NORM_32(Workload.CONVBN, ConvbnTrainer.class, ConvbnTrainer::backwardBatchNorm2),
    CONVBN_FORWARD_CONV_64_64(Workload.CONVBN, ConvbnTrainer.class, ConvbnTrainer::forwardConv4),
    CONVBN_BACKWARD_CONV_64_64(Workload.CONVBN, ConvbnTrainer.class, ConvbnTrainer::backwardConv4);

    private final Workload workload;
    private final Making making;

    <T> Kernel(Workload workload, Class<T> type, Step<T> step) {
        this.workload = workload;
        this.making = trainer -> {
            T own = type.cast(trainer);
            return member -> step.run(own, workload.batch(), member);
        };
    }

    /** The step on a batch that has been through the whole network once, so that its arrays hold what they usually do. */
    Team.Work work() throws Exception {
        Trainable<float[]> trainer = Network.of(workload).trainer();
        trainer.gradient(workload.batch());
        return making.of(trainer);
    }

    /** A method that the compiler generated. */
    private interface Step<T> {
        void run(T trainer, int rows, Member member);
    }

    private interface Making {
        Team.Work of(Trainable<float[]> trainer);
    }
}
