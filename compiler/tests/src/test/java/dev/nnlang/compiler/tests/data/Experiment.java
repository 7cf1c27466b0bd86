package dev.nnlang.compiler.tests.data;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.settings.Settings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A {@code .nn} text with one network, compiled, and a folder with its data.
 *
 * @param folder where relative paths start
 */
record Experiment(CompiledNetwork network, JavaClasses classes, Path folder) {

    static Experiment of(String text, Path folder) {
        Compilation compilation = Compiled.compile("test.nn", text, Options.DEFAULT);
        return new Experiment(compilation.networks().get(0), JavaClasses.compile(compilation.files()), folder);
    }

    TrainingTask task() {
        return (TrainingTask) call(classes.load(network.trainer()), null, "task");
    }

    /** Trains with the settings of the text, some of them replaced: {@code "seed=7"}. */
    TrainingResult train(String... settings) throws Exception {
        Settings all = task().settings().base(folder);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all = all.with(parts[0], parts[1]);
        }
        return Training.run(task(), all, TrainingListener.silent());
    }

    /** All of a model, as it is kept in a file. */
    static byte[] bytes(ModelFile model) throws IOException {
        Path file = Files.createTempFile("model", ".safetensors");
        try {
            model.write(file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** What the trained predictor says of a row: the value of {@code method} of its prediction. */
    String predict(ModelFile model, String method, Object... row) throws IOException {
        Class<?> type = classes.load(network.predictor());
        try {
            Object predictor = type.getMethod("of", ModelFile.class).invoke(null, model);
            var predict = Arrays.stream(type.getMethods())
                    .filter(each -> each.getName().equals("predict") && each.getParameterTypes()[0].isRecord())
                    .findFirst()
                    .orElseThrow();
            Object prediction = predict.invoke(predictor, row(predict.getParameterTypes()[0], row));
            return call(prediction.getClass(), prediction, method).toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row of the generated record; a text stands for the value of an enum. */
    private static Object row(Class<?> type, Object[] values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] components = values.clone();
        for (int i = 0; i < types.length; i++) {
            components[i] = types[i].isEnum()
                    ? types[i].getMethod("valueOf", String.class).invoke(null, values[i])
                    : component(types[i], values[i]);
        }
        return type.getConstructor(types).newInstance(components);
    }

    private static Object component(Class<?> type, Object value) {
        if (value instanceof Number number) {
            return type == long.class ? (Object) number.longValue() : (Object) number.doubleValue();
        }
        return value;
    }

    private static Object call(Class<?> type, Object target, String method) {
        try {
            return type.getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
