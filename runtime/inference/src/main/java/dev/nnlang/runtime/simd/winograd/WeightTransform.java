package dev.nnlang.runtime.simd.winograd;

import static dev.nnlang.runtime.simd.winograd.Winograd.PATCH;
import static dev.nnlang.runtime.simd.winograd.Winograd.WINDOW;

import dev.nnlang.runtime.simd.Vectors;
import jdk.incubator.vector.FloatVector;

/** The matrix G: from the weights of windows to elements, and from the elements' gradients to those of weights. */
public final class WeightTransform {

    private static final int LANES = Vectors.LANES;

    private WeightTransform() {}

    /**
     * {@code G g G^T} of a packed panel: from {@code [3][3][terms][width]} to {@code [36][terms][width]}.
     *
     * @param from has {@link Winograd#roomForWeights}
     */
    public static void forward(float[] from, int terms, int width, float[] to, int at) {
        int all = terms * width;
        for (int k = 0; k < all; k += LANES) {
            window(from, k, all, to, at + k);
        }
    }

    /** Of a vector's columns in two turns: G times the columns of their windows, then the rows of that times G^T. */
    private static void window(float[] weights, int start, int apart, float[] to, int at) {
        int half = WINDOW * WINDOW * apart;
        for (int turn = 0; turn < 2; turn++) {
            int first = turn == 0 ? start : half;
            int across = turn == 0 ? apart : WINDOW * LANES;
            int step = turn == 0 ? WINDOW * apart : LANES;
            float[] made = turn == 0 ? weights : to;
            int target = turn == 0 ? half : at;
            int further = turn == 0 ? LANES : PATCH * apart;
            int next = turn == 0 ? WINDOW * LANES : apart;
            int lines = turn == 0 ? WINDOW : PATCH;
            for (int line = 0; line < lines; line++) {
                int in = first + line * across;
                int out = target + line * further;
                FloatVector g0 = FloatVector.fromArray(Vectors.SPECIES, weights, in);
                FloatVector g1 = FloatVector.fromArray(Vectors.SPECIES, weights, in + step);
                FloatVector g2 = FloatVector.fromArray(Vectors.SPECIES, weights, in + 2 * step);
                g0.mul(1 / 4f).intoArray(made, out);
                FloatVector even = g0.add(g2).mul(-1 / 6f);
                FloatVector odd = g1.mul(1 / 6f);
                even.sub(odd).intoArray(made, out + next);
                even.add(odd).intoArray(made, out + 2 * next);
                even = g0.mul(1 / 24f).add(g2.mul(1 / 6f));
                odd = g1.mul(1 / 12f);
                even.add(odd).intoArray(made, out + 3 * next);
                even.sub(odd).intoArray(made, out + 4 * next);
                g2.intoArray(made, out + 5 * next);
            }
        }
    }

    /**
     * Adds {@code G^T u G} to the gradient of the weights that join a channel to all filters, a multiple of 16.
     *
     * @param sums the elements, {@code apart} from each other
     * @param at where the channel's first lies
     * @param to {@code [3][3][channels][filters]}
     * @param start where the channel's first weight lies
     * @param tap from one weight of the window to the next
     * @param room of {@link Winograd#roomForTaps}
     */
    public static void backward(
            float[] sums, int at, int apart, int filters, float[] to, int start, int tap, float[] room) {
        int own = WINDOW * PATCH * LANES;
        for (int f = 0; f < filters; f += LANES) {
            taps(sums, at + f, apart, room);
            for (int i = 0; i < WINDOW * WINDOW; i++) {
                Pixels.add(room, own + i * LANES, LANES, to, start + i * tap + f);
            }
        }
    }

    /** Of a vector's columns in two turns: G^T times the columns of the elements, then the rows of that times G. */
    private static void taps(float[] sums, int start, int apart, float[] to) {
        for (int turn = 0; turn < 2; turn++) {
            float[] from = turn == 0 ? sums : to;
            int first = turn == 0 ? start : 0;
            int across = turn == 0 ? apart : PATCH * LANES;
            int step = turn == 0 ? PATCH * apart : LANES;
            int target = turn == 0 ? 0 : WINDOW * PATCH * LANES;
            int further = turn == 0 ? LANES : WINDOW * LANES;
            int next = turn == 0 ? PATCH * LANES : LANES;
            int lines = turn == 0 ? PATCH : WINDOW;
            for (int line = 0; line < lines; line++) {
                int in = first + line * across;
                int out = target + line * further;
                FloatVector u0 = FloatVector.fromArray(Vectors.SPECIES, from, in);
                FloatVector u1 = FloatVector.fromArray(Vectors.SPECIES, from, in + step);
                FloatVector u2 = FloatVector.fromArray(Vectors.SPECIES, from, in + 2 * step);
                FloatVector u3 = FloatVector.fromArray(Vectors.SPECIES, from, in + 3 * step);
                FloatVector u4 = FloatVector.fromArray(Vectors.SPECIES, from, in + 4 * step);
                FloatVector u5 = FloatVector.fromArray(Vectors.SPECIES, from, in + 5 * step);
                FloatVector ones = u1.add(u2).mul(1 / 6f);
                FloatVector twos = u3.add(u4);
                u0.mul(1 / 4f).sub(ones).add(twos.mul(1 / 24f)).intoArray(to, out);
                twos.mul(1 / 6f).sub(ones).add(u5).intoArray(to, out + 2 * next);
                u2.sub(u1).mul(1 / 6f).add(u3.sub(u4).mul(1 / 12f)).intoArray(to, out + next);
            }
        }
    }
}
