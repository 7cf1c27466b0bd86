package dev.nnlang.runtime.simd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;

/** Whether this process computes with vectors. */
public final class Simd {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PROPERTY = "nnlang.simd";

    private Simd() {}

    /** Whether the vector module is there, and the system property {@code nnlang.simd} does not say {@code false}. */
    public static boolean present() {
        return !"false".equalsIgnoreCase(System.getProperty(PROPERTY))
                && ModuleLayer.boot().findModule(MODULE).isPresent();
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
        try {
            Class<?> simd = lookup.findClass(
                    lookup.lookupClass().getPackageName().isEmpty()
                            ? name
                            : lookup.lookupClass().getPackageName() + "." + name);
            Constructor<?> constructor = constructor(simd, arguments[0]);
            return Optional.of(
                    type.cast(lookup.unreflectConstructor(constructor).invokeWithArguments(arguments)));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, Object first) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> MethodType.methodType(each.getParameterTypes()[0])
                        .wrap()
                        .returnType()
                        .isInstance(first))
                .findFirst()
                .orElseThrow();
    }

    /** For people, of what computes without vectors: {@code scalar}, and how to have them. */
    public static String whyNot() {
        if (present()) {
            return "scalar (no SIMD classes were compiled)";
        }
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? "scalar (" + PROPERTY + " is false)"
                : "scalar (run with --add-modules " + MODULE + " for SIMD)";
    }
}
