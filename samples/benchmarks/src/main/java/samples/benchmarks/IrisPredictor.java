package samples.benchmarks;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.simd.Simd;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** {@link Iris}, with its pass in the open. */
final class IrisPredictor implements Predictor {
    private final Iris iris;

    /** Keeps what is predicted, so that no compiler finds it useless. */
    private Object kept;

    IrisPredictor(ModelFile model) throws ModelFileException {
        iris = Iris.of(model);
    }

    @Override
    public Forward forward(int rows) {
        Iris.Pass pass = Simd.create(MethodHandles.lookup(), Iris.Pass.class, "IrisSimd", iris, rows)
                .orElseGet(() -> iris.new Pass(rows));
        return new Forward(pass.x, pass.softmax1, pass::run);
    }

    @Override
    public Runnable predict(float[] values, int rows) {
        List<IrisRow> all = Rows.vectors(values, rows, IrisRow::new);
        return rows == 1 ? () -> kept = iris.predict(all.get(0)) : () -> kept = iris.predict(all);
    }

    @Override
    public Runnable reuse(float[] values, int rows) {
        List<IrisRow> all = Rows.vectors(values, rows, IrisRow::new);
        Iris.Workspace workspace = iris.workspace(rows);
        return () -> {
            workspace.predict(all);
            for (int i = 0; i < rows; i++) {
                kept = workspace.irisClass(i);
            }
        };
    }
}
