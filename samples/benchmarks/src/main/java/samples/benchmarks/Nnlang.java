package samples.benchmarks;

import java.util.Optional;

/** The generated trainers and predictors: a step, and the forward pass alone, as the peers are measured too. */
public final class Nnlang implements Peer {

    @Override
    public String name() {
        return "nnlang";
    }

    @Override
    public Optional<Subject> prepare(Workload workload, int threads) throws Exception {
        Network network = Network.of(workload);
        System.err.println("# " + workload + ": " + network.trainer().kernels());
        return Optional.of(new Subject() {
            @Override
            public Optional<Runnable> training() {
                return Optional.of(() -> network.trainer().step(workload.batch(), Workload.RATE));
            }

            @Override
            public Optional<Runnable> inference(int rows) {
                Predictor.Forward forward = network.predictor().forward(rows);
                float[] values = workload.rows(rows);
                System.arraycopy(values, 0, forward.input(), 0, values.length);
                return Optional.of(() -> forward.pass().accept(rows));
            }
        });
    }
}
