package dev.nnlang.runtime.simd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Whether this process computes with vectors. */
public final class Simd {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PROPERTY = "nnlang.simd";

    private Simd() {}

    /** Whether the vector module is there, and the system property {@code nnlang.simd} does not say {@code false}. */
    public static boolean present() {
        return !"false".equalsIgnoreCase(System.getProperty(PROPERTY)) && hasModule();
    }

    /**
     * An instance of a generated SIMD class; empty without vectors, or if the class was not compiled.
     *
     * @param lookup of a class in the same package
     * @param type what it extends
     * @param name its simple name
     * @param arguments of a constructor, which the first of them tells from others
     */
    public static <T> Optional<T> create(MethodHandles.Lookup lookup, Class<T> type, String name, Object... arguments) {
        if (!present()) {
            return Optional.empty();
        }
        String folder = lookup.lookupClass().getPackageName();
        try {
            Class<?> simd = lookup.findClass(
                    folder.isEmpty() ? name : folder.concat(".").concat(name));
            return Optional.of(type.cast(call(constructor(simd, arguments[0]), lookup, arguments)));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** A method handle may always be called, but the JVM first makes thirty classes for it, while a program waits to start. */
    private static Object call(Constructor<?> constructor, MethodHandles.Lookup lookup, Object... arguments)
            throws Throwable {
        if (!constructor.trySetAccessible()) {
            return lookup.unreflectConstructor(constructor).invokeWithArguments(arguments);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Constructor<?> constructor(Class<?> type, Object first) {
        for (Constructor<?> each : type.getDeclaredConstructors()) {
            if (MethodType.methodType(each.getParameterTypes()[0])
                    .wrap()
                    .returnType()
                    .isInstance(first)) {
                return each;
            }
        }
        throw new IllegalArgumentException(type.getName());
    }

    /** {@code findModule} would prepare streams to look for what is not there. */
    private static boolean hasModule() {
        for (Module module : ModuleLayer.boot().modules()) {
            if (MODULE.equals(module.getName())) {
                return true;
            }
        }
        return false;
    }

    /** For people, of what computes without vectors: {@code scalar}, and how to have them. */
    public static String whyNot() {
        if (present()) {
            return "scalar (no SIMD classes were compiled)";
        }
        return hasModule()
                ? "scalar (" + PROPERTY + " is false)"
                : "scalar (run with --add-modules " + MODULE + " for SIMD)";
    }
}
