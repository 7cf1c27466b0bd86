package samples.benchmarks;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.simd.Simd;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** {@link Lenet}, with its pass in the open. */
final class LenetPredictor implements Predictor {
    private final Lenet lenet;

    /** Keeps what is predicted, so that no compiler finds it useless. */
    private Object kept;

    LenetPredictor(ModelFile model) throws ModelFileException {
        lenet = Lenet.of(model);
    }

    @Override
    public Forward forward(int rows) {
        Lenet.Pass pass = Simd.create(MethodHandles.lookup(), Lenet.Pass.class, "LenetSimd", lenet, rows)
                .orElseGet(() -> lenet.new Pass(rows));
        return new Forward(pass.x, pass.softmax1, pass::run);
    }

    @Override
    public Runnable predict(float[] values, int rows) {
        List<LenetRow> all = Rows.images(values, rows, LenetRow::new);
        return rows == 1 ? () -> kept = lenet.predict(all.get(0)) : () -> kept = lenet.predict(all);
    }

    @Override
    public Runnable reuse(float[] values, int rows) {
        List<LenetRow> all = Rows.images(values, rows, LenetRow::new);
        Lenet.Workspace workspace = lenet.workspace(rows);
        return () -> {
            workspace.predict(all);
            for (int i = 0; i < rows; i++) {
                kept = workspace.lenetClass(i);
            }
        };
    }
}
