package dev.nnlang.runtime.simd;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Says which functions still allocate when they have been compiled into a loop. */
final class VectorAllocations {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final float[] X = new float[1024];
    private static final float[] Y = new float[X.length];
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private VectorAllocations() {}

    public static void main(String[] args) {
        for (int i = 0; i < X.length; i++) {
            X[i] = 0.01f * (i + 1);
        }
        Map<String, Runnable> loops = new LinkedHashMap<>();
        loops.put("exp", VectorAllocations::exp);
        loops.put("expm1", VectorAllocations::expm1);
        loops.put("log", VectorAllocations::log);
        loops.put("log1p", VectorAllocations::log1p);
        loops.put("sqrt", VectorAllocations::sqrt);
        loops.put("sign", VectorAllocations::sign);
        loops.put("tanh", VectorAllocations::tanh);
        loops.put("sigmoid", VectorAllocations::sigmoid);
        loops.put("softplus", VectorAllocations::softplus);
        loops.put("erf", VectorAllocations::erf);
        loops.put("sin", VectorAllocations::sin);
        loops.put("cos", VectorAllocations::cos);
        loops.put("noise", VectorAllocations::noise);
        String allocating = "";
        for (Map.Entry<String, Runnable> loop : loops.entrySet()) {
            if (!stopsAllocating(loop.getValue())) {
                allocating += loop.getKey() + " allocates ";
            }
        }
        System.out.println(allocating.isEmpty() ? "no allocation" : allocating);
    }

    private static boolean stopsAllocating(Runnable loop) {
        long thread = Thread.currentThread().getId();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long bytes = Long.MAX_VALUE;
        while (bytes > 1000 && System.nanoTime() < deadline) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 100; i++) {
                loop.run();
            }
            bytes = THREADS.getThreadAllocatedBytes(thread) - before;
        }
        return bytes <= 1000;
    }

    private static void exp() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.exp(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void expm1() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.expm1(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void log() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.log(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void log1p() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.log1p(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void sqrt() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.sqrt(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void sign() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.sign(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void tanh() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.tanh(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void sigmoid() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.sigmoid(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void softplus() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.softplus(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void erf() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.erf(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void sin() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.sin(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void cos() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorFunctions.cos(FloatVector.fromArray(SPECIES, X, i)).intoArray(Y, i);
        }
    }

    private static void noise() {
        for (int i = 0; i < X.length; i += SPECIES.length()) {
            VectorNoise.uniform(1, 2, i).intoArray(Y, i);
        }
    }
}
