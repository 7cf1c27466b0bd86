package dev.nnlang.compiler.tests.harness;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A generated predictor with the weights of a generated trainer, which asks it about the rows in the trainer's ports; columns are labels, or numbers or images as they are. */
public final class Predictor {

    private final Trainable<float[]> trainer;
    private final List<Column> columns;
    private final Object predictor;
    private final Method predict;

    private Predictor(Class<?> type, Trainable<float[]> trainer) throws ReflectiveOperationException {
        TrainingTask task = (TrainingTask) trainer.getClass().getMethod("task").invoke(null);
        this.trainer = trainer;
        this.columns = task.data().inputs();
        this.predictor = type.getMethod("of", ModelFile.class).invoke(null, model(trainer));
        this.predict = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("predict") && method.getParameterTypes()[0].isRecord())
                .findFirst()
                .orElseThrow();
    }

    /** A predictor of class {@code type} with the weights that a trainer in {@code float} has now. */
    @SuppressWarnings("unchecked")
    public static Predictor of(Class<?> type, Driver trainer) {
        try {
            return new Predictor(type, (Trainable<float[]>) trainer.trainer());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The generated predictor itself. */
    public Object instance() {
        return predictor;
    }

    private static ModelFile model(Trainable<float[]> trainer) {
        ModelFile.Builder file = ModelFile.builder().network(trainer.network(), trainer.fingerprint());
        Stream.concat(trainer.parameters().stream(), trainer.statistics().stream())
                .forEach(each -> file.floats(each.name(), each.values(), shape(each)));
        return file.build();
    }

    private static int[] shape(Parameter<?> parameter) {
        return parameter.shape().stream().mapToInt(Integer::intValue).toArray();
    }

    /** What the predictor says of the first {@code rows} rows, for each target: probabilities, scores or numbers. */
    public List<double[]> outputs(int rows) {
        List<Object> predictions =
                IntStream.range(0, rows).mapToObj(this::predict).toList();
        return trainer.targets().stream()
                .map(target -> target.columns().get(0))
                .map(target -> predictions.stream()
                        .flatMapToDouble(prediction -> Arrays.stream(output(prediction, target)))
                        .toArray())
                .toList();
    }

    private Object predict(int row) {
        try {
            return predict.invoke(predictor, row(row));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] output(Object prediction, String target) {
        try {
            Object value = prediction.getClass().getMethod(target).invoke(prediction);
            return value instanceof Enum<?> label ? figures(prediction, label.getDeclaringClass()) : numbers(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object row(int n) throws ReflectiveOperationException {
        Class<?> type = predict.getParameterTypes()[0];
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i], fed(columns.get(i), n));
        }
        return type.getConstructor(types).newInstance(values);
    }

    /** The numbers of a column in the trainer's ports, or the position of its label. */
    private float[] fed(Column column, int row) {
        for (Port<float[]> port : trainer.inputs()) {
            if (port instanceof Port.Labels<float[]> labels && labels.column().equals(column.name())) {
                return new float[] {labels.values()[row]};
            }
            if (port instanceof Port.Reals<float[]> reals && reals.columns().contains(column.name())) {
                return numbers(reals, column, row);
            }
        }
        throw new IllegalArgumentException(column.name() + " is in no port");
    }

    private float[] numbers(Port.Reals<float[]> port, Column column, int row) {
        int place = port.columns().indexOf(column.name());
        int before = columns.stream()
                .filter(other -> port.columns().subList(0, place).contains(other.name()))
                .mapToInt(Column::width)
                .sum();
        int from = row * port.width() + before;
        return Arrays.copyOfRange(port.values(), from, from + column.width());
    }

    private static Object value(Class<?> type, float[] numbers) {
        if (type == double[].class) {
            return IntStream.range(0, numbers.length)
                    .mapToDouble(i -> numbers[i])
                    .toArray();
        }
        if (type == double.class) {
            return numbers[0];
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[(int) numbers[0]];
        }
        byte[] pixels = new byte[numbers.length];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) numbers[i]);
        return pixels;
    }

    private static double[] numbers(Object value) {
        return value instanceof double[] several ? several : new double[] {(double) value};
    }

    /** The probability, or the score, of each label. */
    private static double[] figures(Object prediction, Class<?> labels) throws ReflectiveOperationException {
        Method figure = Arrays.stream(prediction.getClass().getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {labels}))
                .findFirst()
                .orElseThrow();
        Object[] values = labels.getEnumConstants();
        double[] figures = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            figures[i] = (float) figure.invoke(prediction, values[i]);
        }
        return figures;
    }
}
