package dev.nnlang.runtime.simd;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.nnlang.runtime.Noise;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link Noise} for many places at once: the same bits. Constants are vectors, because a loop then holds more: see {@link Lanes}. */
public final class VectorNoise {
    private static final IntVector COUNT = all(0).addIndex(1);
    private static final IntVector FIRST = all(Noise.FIRST);
    private static final IntVector SECOND = all(Noise.SECOND);
    private static final IntVector THIRD = all(Noise.THIRD);
    private static final IntVector ONE = all(Noise.ONE);

    private VectorNoise() {}

    private static IntVector all(int value) {
        return Vectors.all(0).reinterpretAsInts().add(value);
    }

    /**
     * What {@link Noise#uniform} says of {@code firstPlace}, {@code firstPlace + 1}, …
     *
     * @param key of the step
     * @param stream the layer that asks
     */
    public static FloatVector uniform(long key, int stream, int firstPlace) {
        long own = Noise.ofStream(key, stream);
        IntVector bits = COUNT.add(firstPlace + (int) own);
        bits = bits.lanewise(XOR, bits.lanewise(LSHR, 17)).mul(FIRST).add((int) (own >>> Integer.SIZE));
        bits = bits.lanewise(XOR, bits.lanewise(LSHR, 11)).mul(SECOND);
        bits = bits.lanewise(XOR, bits.lanewise(LSHR, 15)).mul(THIRD);
        return bits.lanewise(LSHR, 9).lanewise(OR, ONE).reinterpretAsFloats().sub(1f);
    }
}
