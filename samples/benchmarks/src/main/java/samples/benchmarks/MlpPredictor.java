package samples.benchmarks;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.simd.Simd;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** {@link Mlp}, with its pass in the open. */
final class MlpPredictor implements Predictor {
    private final Mlp mlp;

    /** Keeps what is predicted, so that no compiler finds it useless. */
    private Object kept;

    MlpPredictor(ModelFile model) throws ModelFileException {
        mlp = Mlp.of(model);
    }

    @Override
    public Forward forward(int rows) {
        Mlp.Pass pass = Simd.create(MethodHandles.lookup(), Mlp.Pass.class, "MlpSimd", mlp, rows)
                .orElseGet(() -> mlp.new Pass(rows));
        return new Forward(pass.x, pass.softmax1, pass::run);
    }

    @Override
    public Runnable predict(float[] values, int rows) {
        List<MlpRow> all = Rows.vectors(values, rows, MlpRow::new);
        return rows == 1 ? () -> kept = mlp.predict(all.get(0)) : () -> kept = mlp.predict(all);
    }

    @Override
    public Runnable reuse(float[] values, int rows) {
        List<MlpRow> all = Rows.vectors(values, rows, MlpRow::new);
        Mlp.Workspace workspace = mlp.workspace(rows);
        return () -> {
            workspace.predict(all);
            for (int i = 0; i < rows; i++) {
                kept = workspace.mlpClass(i);
            }
        };
    }
}
