package samples.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the machine could do at most: fused multiplications and additions that wait for nothing, on all threads at once. Vectors are as wide as
 * the JVM prefers.
 */
final class Peak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Two in each of the four or five cycles that one takes, and a few more to be sure. */
    private static final int CHAINS = 12;

    private static final int ROUNDS = 100_000;
    private static final int TRIES = 6;
    private static final double SECONDS_OF_A_TRY = 0.5;

    private Peak() {}

    /** In GFLOP/s, the best of several tries: whatever else the machine does can only make it less. */
    static double measure(int threads) throws InterruptedException {
        double best = 0;
        for (int i = 0; i < TRIES; i++) {
            best = Math.max(best, together(threads));
        }
        return best;
    }

    private static double together(int threads) throws InterruptedException {
        DoubleAdder sum = new DoubleAdder();
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> sum.add(alone()));
            workers[i].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return sum.sum();
    }

    private static double alone() {
        long begin = System.nanoTime();
        double flop = 0;
        double seconds;
        float kept = 0;
        do {
            kept += chains(ROUNDS, 0.999f);
            flop += 2.0 * CHAINS * SPECIES.length() * ROUNDS;
            seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        } while (seconds < SECONDS_OF_A_TRY);
        if (Float.isNaN(kept)) {
            throw new IllegalStateException("the sums of a converging series are numbers");
        }
        return flop / seconds / 1e9;
    }

    /** A variable for each chain: HotSpot keeps arrays of vectors in memory. */
    private static float chains(int rounds, float factor) {
        FloatVector x = FloatVector.broadcast(SPECIES, factor);
        FloatVector a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int n = 0; n < rounds; n++) {
            a = a.fma(x, x);
            b = b.fma(x, x);
            c = c.fma(x, x);
            d = d.fma(x, x);
            e = e.fma(x, x);
            f = f.fma(x, x);
            g = g.fma(x, x);
            h = h.fma(x, x);
            i = i.fma(x, x);
            j = j.fma(x, x);
            k = k.fma(x, x);
            l = l.fma(x, x);
        }
        FloatVector all = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
        return all.lane(0);
    }
}
