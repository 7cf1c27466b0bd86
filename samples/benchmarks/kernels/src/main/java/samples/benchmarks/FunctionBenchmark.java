package samples.benchmarks;

import dev.nnlang.runtime.simd.VectorFunctions;
import dev.nnlang.runtime.simd.Vectors;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a vector function costs for each number, in the first cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(FunctionBenchmark.COUNT)
public class FunctionBenchmark {
    /** A multiple of every number of lanes. */
    static final int COUNT = 2048;

    private final float[] from = new float[COUNT];
    private final float[] to = new float[COUNT];

    @Setup
    public void fill() {
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            from[i] = random.nextFloat() * 8;
        }
    }

    @Benchmark
    public float[] exp() {
        return all(VectorFunctions::exp);
    }

    @Benchmark
    public float[] log() {
        return all(VectorFunctions::log);
    }

    @Benchmark
    public float[] tanh() {
        return all(VectorFunctions::tanh);
    }

    @Benchmark
    public float[] sigmoid() {
        return all(VectorFunctions::sigmoid);
    }

    @Benchmark
    public float[] erf() {
        return all(VectorFunctions::erf);
    }

    private float[] all(UnaryOperator<FloatVector> function) {
        for (int i = 0; i < COUNT; i += Vectors.LANES) {
            function.apply(Vectors.load(from, i)).intoArray(to, i);
        }
        return to;
    }
}
