package dev.nnlang.compiler.tests.prediction;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.Standardize;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Trainable;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program that calls a generated predictor by its types, compiled with it: reflection would allocate.
 *
 * @param runnable an instance of {@code test.Caller}
 */
record Caller(Runnable runnable) {

    /** A predictor chooses its dialect itself, but for this. */
    private static final String SIMD = "nnlang.simd";

    /** The program {@code java} with the only network of {@code text}, whose weights are noise, and with so many rows. */
    static Caller of(String text, String java, boolean vectors, int rows) {
        Compilation compilation = Compiled.compile("test.nn", text, Compiled.FLOAT);
        List<GeneratedFile> files = new ArrayList<>(compilation.files());
        files.add(new GeneratedFile("test/Caller.java", "test.Caller", java, false));
        JavaClasses classes = JavaClasses.compile(files);
        System.setProperty(SIMD, Boolean.toString(vectors));
        try {
            return new Caller((Runnable) classes.load("test.Caller")
                    .getConstructor(ModelFile.class, int.class)
                    .newInstance(model(Compiled.trainer(compilation, classes, 1)), rows));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(SIMD);
        }
    }

    private static ModelFile model(Driver driver) throws ReflectiveOperationException {
        Trainable<?> trainer = driver.trainer();
        Random random = new Random(3);
        ModelFile.Builder file = ModelFile.builder().network(trainer.network(), trainer.fingerprint());
        for (Parameter<?> parameter : trainer.parameters()) {
            float[] values = (float[]) parameter.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.1f * (float) random.nextGaussian();
            }
            int[] shape = parameter.shape().stream().mapToInt(Integer::intValue).toArray();
            file.floats(parameter.name(), values, shape);
        }
        TrainingTask task = (TrainingTask) trainer.getClass().getMethod("task").invoke(null);
        for (Column column : task.data().inputs()) {
            standardized(file, column.name());
        }
        for (Column column : task.data().targets()) {
            standardized(file, column.name());
        }
        return file.build();
    }

    /** Whoever is not standardized does not look for it. */
    private static void standardized(ModelFile.Builder file, String column) {
        new Standardize(new double[] {3}, new double[] {2}).write(file, column);
    }

    /** Calls a method; what it throws is thrown. */
    Object call(String method) throws Throwable {
        try {
            return runnable.getClass().getMethod(method).invoke(runnable);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
