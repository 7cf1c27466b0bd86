package samples.benchmarks.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.optimizer.Sgd;
import ai.djl.training.tracker.Tracker;
import java.util.Optional;
import samples.benchmarks.Peer;
import samples.benchmarks.Workload;

/** PyTorch, eager, as the Deep Java Library calls it. */
public final class Djl implements Peer {

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public Optional<Subject> prepare(Workload workload, int threads) {
        Model model = Model.newInstance(workload.toString(), "PyTorch");
        JniUtils.setNumThreads(threads);
        model.setBlock(DjlNet.of(workload));
        Trainer trainer = model.newTrainer(config());
        trainer.initialize(new Shape(workload.input().batch(workload.batch())));
        return Optional.of(new Subject() {
            @Override
            public Optional<Runnable> training() {
                NDManager manager = trainer.getManager();
                NDList rows = new NDList(manager.create(workload.rows(workload.batch()), shape(workload.batch())));
                NDList labels = new NDList(manager.create(workload.labels()));
                return Optional.of(() -> step(trainer, rows, labels));
            }

            @Override
            public Optional<Runnable> inference(int rows) {
                NDArray x = model.getNDManager().create(workload.rows(rows), shape(rows));
                return Optional.of(() -> infer(model, x));
            }

            private Shape shape(int rows) {
                return new Shape(workload.input().batch(rows));
            }
        });
    }

    private static DefaultTrainingConfig config() {
        Sgd sgd = Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(Workload.RATE))
                .optMomentum(Workload.MOMENTUM)
                .build();
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(sgd);
    }

    private static void step(Trainer trainer, NDList rows, NDList labels) {
        // What a step makes belongs to its rows' manager: one for each, else nothing is freed.
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList input = attached(rows, manager);
            NDList expected = attached(labels, manager);
            try (GradientCollector collector = trainer.newGradientCollector()) {
                collector.backward(trainer.getLoss().evaluate(expected, trainer.forward(input)));
            }
            trainer.step();
        }
    }

    private static void infer(Model model, NDArray x) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList input = attached(new NDList(x), manager);
            model.getBlock().forward(new ParameterStore(manager, false), input, false);
        }
    }

    /** A view, that the manager closes in place of the array itself. */
    private static NDList attached(NDList list, NDManager manager) {
        NDArray view = list.head().reshape(list.head().getShape());
        view.attach(manager);
        return new NDList(view);
    }
}
