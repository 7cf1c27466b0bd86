package samples.benchmarks;

import java.util.Optional;

/** The generated predictors as a program calls them that brings a workspace: rows are read, and labels, but no object is made. */
public final class NnlangWorkspace implements Peer {

    @Override
    public String name() {
        return "nnlang-workspace";
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
                return Optional.of(predictor.reuse(workload.rows(rows), rows));
            }
        });
    }
}
