package samples.benchmarks;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.simd.Simd;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** {@link Wide}, with its pass in the open. */
final class WidePredictor implements Predictor {
    private final Wide wide;

    /** Keeps what is predicted, so that no compiler finds it useless. */
    private Object kept;

    WidePredictor(ModelFile model) throws ModelFileException {
        wide = Wide.of(model);
    }

    @Override
    public Forward forward(int rows) {
        Wide.Pass pass = Simd.create(MethodHandles.lookup(), Wide.Pass.class, "WideSimd", wide, rows)
                .orElseGet(() -> wide.new Pass(rows));
        return new Forward(pass.x, pass.softmax1, pass::run);
    }

    @Override
    public Runnable predict(float[] values, int rows) {
        List<WideRow> all = Rows.vectors(values, rows, WideRow::new);
        return rows == 1 ? () -> kept = wide.predict(all.get(0)) : () -> kept = wide.predict(all);
    }

    @Override
    public Runnable reuse(float[] values, int rows) {
        List<WideRow> all = Rows.vectors(values, rows, WideRow::new);
        Wide.Workspace workspace = wide.workspace(rows);
        return () -> {
            workspace.predict(all);
            for (int i = 0; i < rows; i++) {
                kept = workspace.wideClass(i);
            }
        };
    }
}
