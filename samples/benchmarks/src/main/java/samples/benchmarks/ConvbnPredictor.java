package samples.benchmarks;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.simd.Simd;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** {@link Convbn}, with its pass in the open. */
final class ConvbnPredictor implements Predictor {
    private final Convbn convbn;

    /** Keeps what is predicted, so that no compiler finds it useless. */
    private Object kept;

    ConvbnPredictor(ModelFile model) throws ModelFileException {
        convbn = Convbn.of(model);
    }

    @Override
    public Forward forward(int rows) {
        Convbn.Pass pass = Simd.create(MethodHandles.lookup(), Convbn.Pass.class, "ConvbnSimd", convbn, rows)
                .orElseGet(() -> convbn.new Pass(rows));
        return new Forward(pass.x, pass.softmax1, pass::run);
    }

    @Override
    public Runnable predict(float[] values, int rows) {
        List<ConvbnRow> all = Rows.images(values, rows, ConvbnRow::new);
        return rows == 1 ? () -> kept = convbn.predict(all.get(0)) : () -> kept = convbn.predict(all);
    }

    @Override
    public Runnable reuse(float[] values, int rows) {
        List<ConvbnRow> all = Rows.images(values, rows, ConvbnRow::new);
        Convbn.Workspace workspace = convbn.workspace(rows);
        return () -> {
            workspace.predict(all);
            for (int i = 0; i < rows; i++) {
                kept = workspace.convbnClass(i);
            }
        };
    }
}
