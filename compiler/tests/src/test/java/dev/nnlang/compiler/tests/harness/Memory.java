package dev.nnlang.compiler.tests.harness;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrays in the fields of a generated class's instance. */
public final class Memory {

    /** Floats and labels. */
    private static final int BYTES = 4;

    private Memory() {}

    /** How many bytes its arrays of floats and labels have, each counted once. */
    public static long bytes(Object instance) {
        return bytes(fields(instance).keySet());
    }

    /** How many bytes the arrays of a predictor's passes have that are not the predictor's own: in a pass for one row. */
    public static long bytesOfPass(Object predictor) {
        Object pass = value(predictor, field(predictor.getClass(), "template"));
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        arrays.addAll(fields(pass).keySet());
        arrays.removeAll(fields(predictor).keySet());
        return bytes(arrays);
    }

    /**
     * Fills every array that several fields share with what is no number.
     *
     * @param kept the fields whose arrays are left alone
     */
    public static void spoil(Object instance, Set<String> kept) {
        fields(instance).forEach((array, names) -> {
            if (names.size() > 1 && Collections.disjoint(names, kept)) {
                spoil(array);
            }
        });
    }

    private static void spoil(Object array) {
        if (array instanceof float[] floats) {
            Arrays.fill(floats, Float.NaN);
        } else {
            Arrays.fill((double[]) array, Double.NaN);
        }
    }

    private static long bytes(Set<Object> arrays) {
        return arrays.stream()
                .mapToLong(array -> (long) BYTES * Array.getLength(array))
                .sum();
    }

    /** The names of the fields that hold each array. */
    private static Map<Object, List<String>> fields(Object instance) {
        Map<Object, List<String>> fields = new IdentityHashMap<>();
        for (Class<?> type = instance.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType().isArray() && !Modifier.isStatic(field.getModifiers())) {
                    fields.computeIfAbsent(value(instance, field), key -> new ArrayList<>())
                            .add(field.getName());
                }
            }
        }
        return fields;
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object value(Object instance, Field field) {
        field.setAccessible(true);
        try {
            return field.get(instance);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
