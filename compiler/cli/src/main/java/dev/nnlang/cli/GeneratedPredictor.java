package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.training.data.Column;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The predictor of one network, compiled in memory and called by reflection: what users call by name. */
final class GeneratedPredictor {

    /** Of a number in the data's units, which may be a small difference from a large mean. */
    private static final int DIGITS = 12;

    private final Object predictor;
    private final Method predict;
    private final Class<?> row;

    GeneratedPredictor(CompiledNetwork network, ClassLoader classes, Path model) {
        Class<?> type = Reflection.of(() -> classes.loadClass(network.predictor()));
        this.predictor = Reflection.of(() -> type.getMethod("load", Path.class).invoke(null, model));
        this.predict = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("predict") && takesRow(method))
                .findFirst()
                .orElseThrow();
        this.row = predict.getParameterTypes()[0];
    }

    private static boolean takesRow(Method method) {
        return method.getParameterCount() == 1 && method.getParameterTypes()[0].isRecord();
    }

    /**
     * What the network says of a row: of each target its value, and of a class the probability, or the score, of each.
     *
     * @throws ArithmeticException if it is no finite number
     */
    List<String> predict(Object[] row, List<Column> targets) {
        Object prediction = Reflection.of(() -> predict.invoke(predictor, record(row)));
        return targets.stream()
                .flatMap(target -> fields(prediction, target).stream())
                .toList();
    }

    private static List<String> fields(Object prediction, Column target) {
        Object value = Reflection.of(
                () -> prediction.getClass().getMethod(target.name()).invoke(prediction));
        if (!(target.kind() instanceof Column.Labels labels)) {
            return numbers(value);
        }
        Enum<?> label = (Enum<?>) value;
        List<String> fields = new ArrayList<>(List.of(labels.values().get(label.ordinal())));
        Class<?> type = label.getDeclaringClass();
        Method figure = Arrays.stream(prediction.getClass().getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {type}))
                .findFirst()
                .orElseThrow();
        for (Object constant : type.getEnumConstants()) {
            float share = (float) Reflection.of(() -> figure.invoke(prediction, constant));
            requireFinite(share);
            fields.add(Float.toString(share));
        }
        return fields;
    }

    private static List<String> numbers(Object value) {
        double[] numbers = value instanceof double[] vector ? vector : new double[] {(double) value};
        return Arrays.stream(numbers).mapToObj(GeneratedPredictor::written).toList();
    }

    /** With the digits that a float has; more only where it could not tell numbers of this size apart. */
    private static String written(double number) {
        requireFinite(number);
        if (number == (float) number) {
            return Float.toString((float) number);
        }
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(number) < 1e15 && Math.abs(number) >= 1e-4 ? rounded.toPlainString() : rounded.toString();
    }

    private static void requireFinite(double answer) {
        if (!Double.isFinite(answer)) {
            throw new ArithmeticException("the network's answer is " + answer
                    + ": the row's numbers are too large, or the model's weights are");
        }
    }

    /** @param values of the inputs, in declared order, as a {@code RowReader} gives them */
    private Object record(Object[] values) {
        RecordComponent[] components = row.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = argument(values[i], types[i]);
        }
        return Reflection.of(() -> row.getConstructor(types).newInstance(arguments));
    }

    private static Object argument(Object value, Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[(Integer) value];
        }
        if (value instanceof Double number) {
            return number(new double[] {number}, type);
        }
        return value instanceof double[] vector ? number(vector, type) : value;
    }

    /** As the record wants it. */
    private static Object number(double[] reals, Class<?> type) {
        if (type == double[].class) {
            return reals;
        }
        if (type == long[].class) {
            return Arrays.stream(reals).mapToLong(real -> (long) real).toArray();
        }
        return type == long.class ? (Object) (long) reals[0] : type == double.class ? (Object) reals[0] : reals;
    }
}
