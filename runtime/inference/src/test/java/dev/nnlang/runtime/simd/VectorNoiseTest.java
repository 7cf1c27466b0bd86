package dev.nnlang.runtime.simd;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.runtime.Noise;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorNoiseTest {
    private static final int PLACES = 100_000;

    /** Says whether vectors draw the bits that numbers do; in a process of its own, because one has vectors of one length only. */
    public static void main(String[] args) {
        SplittableRandom random = new SplittableRandom(1);
        String first = "the same bits";
        for (int i = 0; i < PLACES; i++) {
            long key = random.nextLong();
            int stream = random.nextInt(100);
            // As in use, and where the sums with the key overflow.
            int place = i % 2 == 0 ? random.nextInt(1 << 20) : random.nextInt();
            for (int lane = 0; lane < Vectors.LANES; lane++) {
                float vector = VectorNoise.uniform(key, stream, place).lane(lane);
                if (vector != Noise.uniform(key, stream, place + lane)) {
                    first = "other bits at " + place + ", lane " + lane;
                }
            }
        }
        System.out.println(Vectors.description() + ": " + first);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void drawsTheBitsThatNumbersDo(int bytes) throws Exception {
        String said = SimdTest.run(
                VectorNoiseTest.class, "--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=" + bytes);
        assertThat(said).matches("SIMD, (64|128|256|512) bits: the same bits");
    }
}
