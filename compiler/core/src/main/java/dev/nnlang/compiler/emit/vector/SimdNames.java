package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.ClassName;

/** The classes that generated SIMD code calls. */
public final class SimdNames {

    static final ClassName FLOAT_VECTOR = ClassName.get("jdk.incubator.vector", "FloatVector");
    static final ClassName VECTOR_OPERATORS = ClassName.get("jdk.incubator.vector", "VectorOperators");
    static final ClassName VECTORS = simd("Vectors");
    static final ClassName VECTOR_FUNCTIONS = simd("VectorFunctions");
    static final ClassName VECTOR_NOISE = simd("VectorNoise");
    static final ClassName PANELS = simd("Panels");
    static final ClassName PACK = simd("Pack");
    static final ClassName WINOGRAD = winograd("Winograd");
    static final ClassName IMAGE_TRANSFORM = winograd("ImageTransform");
    static final ClassName OUTPUT_TRANSFORM = winograd("OutputTransform");
    static final ClassName WEIGHT_TRANSFORM = winograd("WeightTransform");
    static final ClassName SCRATCH = simd("Scratch");

    private SimdNames() {}

    private static ClassName simd(String name) {
        return ClassName.get("dev.nnlang.runtime.simd", name);
    }

    private static ClassName winograd(String name) {
        return ClassName.get("dev.nnlang.runtime.simd.winograd", name);
    }
}
