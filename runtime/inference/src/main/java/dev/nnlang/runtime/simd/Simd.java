package dev.nnlang.runtime.simd;

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

    /** For people: {@code SIMD, 256 bits}, or why not. */
    public static String description() {
        if (present()) {
            return "SIMD, " + VectorFunctions.bits() + " bits";
        }
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? "scalar (" + PROPERTY + " is false)"
                : "scalar (run with --add-modules " + MODULE + " for SIMD)";
    }
}
