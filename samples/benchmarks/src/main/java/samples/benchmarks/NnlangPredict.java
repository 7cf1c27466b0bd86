package samples.benchmarks;

import java.util.Optional;

/** The generated predictors as a program calls them, {@code predict(row)} and {@code predict(rows)}: what a call costs beside its pass. */
public final class NnlangPredict implements Peer {

    @Override
    public String name() {
        return "nnlang-predict";
    }

    @Override
    public Optional<Subject> prepare(Workload workload, int threads) throws Exception {
        Predictor predictor = Network.of(workload).predictor();
        return Optional.of(new Subject() {
            @Override
            public Optional<Runnable> training() {
                return Optional.empty();
            }

            @Override
            public Optional<Runnable> inference(int rows) {
                return Optional.of(predictor.predict(workload.rows(rows), rows));
            }
        });
    }
}
