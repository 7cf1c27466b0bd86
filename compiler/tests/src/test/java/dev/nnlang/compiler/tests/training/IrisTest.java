package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.Standardize;
import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.read.Tables;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The iris sample through generated Java: trained in {@code float} on its own rows, then asked. */
class IrisTest {

    private static final Path FOLDER = Path.of("../../samples/iris/src/main/nn");
    private static final String TRAINER = "samples.iris.IrisTrainer";
    private static final int SEEDS = 10;

    private static JavaClasses classes;

    @BeforeAll
    static void compile() throws IOException {
        classes = compile(Files.readString(FOLDER.resolve("iris.nn")));
    }

    private static JavaClasses compile(String text) {
        return JavaClasses.compile(
                Compiled.compile("iris.nn", text, Options.DEFAULT).files());
    }

    /** A library of record gets 0.97 and 0.87 on such splits. */
    @Test
    void namesFlowers() throws Exception {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double accuracy = train(seed).metrics().accuracy().orElseThrow();
            assertWithMessage("seed %s", seed).that(accuracy).isAtLeast(0.86);
            sum += accuracy;
        }
        assertThat(sum / SEEDS).isAtLeast(0.95);
    }

    @Test
    void sameSeedSameBytes() throws Exception {
        byte[] first = train(1).model().bytes();

        assertThat(train(1).model().bytes()).isEqualTo(first);
        assertThat(train(2).model().bytes()).isNotEqualTo(first);
    }

    /** Training and serving cannot drift apart: not in the last bit. */
    @Test
    void thePredictorSaysWhatTheTrainerSays() throws Exception {
        ModelFile model = train(3).model();
        Table table =
                Tables.read(task(classes).data(), task(classes).data().source().orElseThrow(), FOLDER);
        Object iris = predictor(model);
        float[] trained = evaluated(model, table);

        for (int row = 0; row < table.rows(); row++) {
            Object prediction = predict(iris, table, row);
            for (int label = 0; label < 3; label++) {
                assertThat(probability(prediction, label)).isEqualTo(trained[3 * row + label]);
            }
        }
    }

    @Test
    void anotherNetworksModelIsRefused() throws Exception {
        String wider = Files.readString(FOLDER.resolve("iris.nn")).replace("dense(16)", "dense(17)");
        ModelFile model = train(compile(wider), 1).model();

        ModelFileException refusal = assertThrows(ModelFileException.class, () -> predictor(model));

        assertThat(refusal).hasMessageThat().contains("the network has changed since");
    }

    private static TrainingResult train(long seed) throws Exception {
        return train(classes, seed);
    }

    private static TrainingResult train(JavaClasses classes, long seed) throws Exception {
        TrainingTask task = task(classes);
        return Training.run(task, task.settings().base(FOLDER).seed(seed), TrainingListener.silent());
    }

    private static TrainingTask task(JavaClasses classes) throws ReflectiveOperationException {
        return (TrainingTask) classes.load(TRAINER).getMethod("task").invoke(null);
    }

    private static Object predictor(ModelFile model) throws Exception {
        try {
            return classes.load("samples.iris.Iris")
                    .getMethod("of", ModelFile.class)
                    .invoke(null, model);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private static Object predict(Object iris, Table table, int row) throws ReflectiveOperationException {
        Class<?> flower = classes.load("samples.iris.Flower");
        Object[] measures = new Object[4];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = table.reals(table.schema().inputs().get(i).name())[row];
        }
        Object raw = flower.getConstructors()[0].newInstance(measures);
        return iris.getClass().getMethod("predict", flower).invoke(iris, raw);
    }

    private static float probability(Object prediction, int label) throws ReflectiveOperationException {
        Class<?> species = classes.load("samples.iris.Species");
        return (float) prediction
                .getClass()
                .getMethod("probability", species)
                .invoke(prediction, species.getEnumConstants()[label]);
    }

    /** What the trainer says of all rows, after the preprocessing that the model file has fitted. */
    private static float[] evaluated(ModelFile model, Table table) throws Exception {
        Trainable<float[]> trainer = task(classes).trainer().apply(table.rows());
        for (Parameter<float[]> parameter : trainer.parameters()) {
            int[] shape = parameter.shape().stream().mapToInt(Integer::intValue).toArray();
            System.arraycopy(model.floats(parameter.name(), shape), 0, parameter.values(), 0, parameter.size());
        }
        Port.Reals<float[]> input = (Port.Reals<float[]>) trainer.inputs().get(0);
        for (int i = 0; i < input.width(); i++) {
            String column = input.columns().get(i);
            Standardize standardize = Standardize.read(model, column, 1);
            for (int row = 0; row < table.rows(); row++) {
                input.values()[row * input.width() + i] = (float) standardize.apply(table.reals(column)[row], 0);
            }
        }
        trainer.evaluate(table.rows());
        return trainer.outputs().get(0);
    }
}
