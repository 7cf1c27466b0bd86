package dev.nnlang.runtime.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine, and what generated code does with them all the time. */
public final class Vectors {
    /** Sixteen floats at most: no longer ones have been tried. */
    public static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    /** How many floats a vector holds. */
    public static final int LANES = SPECIES.length();

    /** How many vectors the processor's registers hold: AVX-512 and ARM have 32, others 16. */
    public static final int REGISTERS = LANES == 16 || "aarch64".equals(System.getProperty("os.arch")) ? 32 : 16;

    private Vectors() {}

    /** The vector whose first element lies at {@code index}. */
    public static FloatVector load(float[] from, int index) {
        return FloatVector.fromArray(SPECIES, from, index);
    }

    /** {@code value} in all lanes. */
    public static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** {@code first, first + 1, …}. */
    public static FloatVector count(int first) {
        return FloatVector.broadcast(SPECIES, first).addIndex(1);
    }

    /** {@code x * x}. */
    public static FloatVector square(FloatVector x) {
        return x.mul(x);
    }

    /** {@code x * x * x}. */
    public static FloatVector cube(FloatVector x) {
        return x.mul(x).mul(x);
    }

    /** The sum of all lanes, always in the same order: what the JDK adds up in any order may differ from call to call. */
    public static float sum(FloatVector vector) {
        float sum = 0;
        for (int i = 0; i < LANES; i++) {
            sum += vector.lane(i);
        }
        return sum;
    }

    /** {@code SIMD, 256 bits}. */
    public static String description() {
        return "SIMD, " + SPECIES.vectorBitSize() + " bits";
    }
}
