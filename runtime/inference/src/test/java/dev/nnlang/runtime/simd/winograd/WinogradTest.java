package dev.nnlang.runtime.simd.winograd;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the sums that the transformations stand for, in {@code double}. */
class WinogradTest {

    private static final int FILTERS = 16;
    private static final int WINDOW = 3;

    /** Of a sum's terms, all taken as positive: the transformations multiply by up to 8, and take differences. */
    private static final double TOLERANCE = 1e-5;

    private final Random random = new Random(1);

    /** An image, what windows that slide over it give, and the weights that join them. */
    private record Layer(int high, int wide, int channels, float[] image, float[] outputs, float[] weights) {

        static Layer of(int outputsHigh, int outputsWide, int channels, Random random) {
            int high = outputsHigh + WINDOW - 1;
            int wide = outputsWide + WINDOW - 1;
            return new Layer(
                    high,
                    wide,
                    channels,
                    noise(high * wide * channels, random),
                    noise(outputsHigh * outputsWide * FILTERS, random),
                    noise(WINDOW * WINDOW * channels * FILTERS, random));
        }

        private static float[] noise(int length, Random random) {
            float[] noise = new float[length];
            for (int i = 0; i < length; i++) {
                noise[i] = (float) random.nextGaussian();
            }
            return noise;
        }

        int outputsHigh() {
            return high - WINDOW + 1;
        }

        int outputsWide() {
            return wide - WINDOW + 1;
        }

        int patches() {
            return (outputsWide() + 3) / 4;
        }

        int pixel(int h, int w, int c) {
            return (h * wide + w) * channels + c;
        }

        int output(int h, int w, int f) {
            return (h * outputsWide() + w) * FILTERS + f;
        }

        int weight(int r, int s, int c, int f) {
            return ((r * WINDOW + s) * channels + c) * FILTERS + f;
        }

        /** All products of a pixel, a weight and an output. */
        void forEach(Product product) {
            for (int h = 0; h < outputsHigh(); h++) {
                for (int w = 0; w < outputsWide(); w++) {
                    for (int r = 0; r < WINDOW; r++) {
                        for (int s = 0; s < WINDOW; s++) {
                            for (int c = 0; c < channels; c++) {
                                for (int f = 0; f < FILTERS; f++) {
                                    product.at(pixel(h + r, w + s, c), weight(r, s, c, f), output(h, w, f));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @FunctionalInterface
    private interface Product {
        void at(int pixel, int weight, int output);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 16", "5, 9, 16", "8, 7, 17", "6, 6, 40", "3, 10, 19"})
    void outputsAreSumsOverWindows(int high, int wide, int channels) {
        Layer layer = Layer.of(high, wide, channels, random);
        float[] weights = new float[Winograd.ELEMENTS * channels * FILTERS];
        float[] window = new float[Winograd.roomForWeights(channels, FILTERS)];
        System.arraycopy(layer.weights(), 0, window, 0, layer.weights().length);
        WeightTransform.forward(window, channels, FILTERS, weights, 0);
        int apart = Winograd.apart(layer.patches(), channels);
        float[] elements = new float[Winograd.room(layer.patches(), channels)];
        int stride = Winograd.apart(layer.patches(), FILTERS);
        float[] actual = new float[layer.outputs().length];
        for (int h = 0; h < high; h += 4) {
            int rows = layer.high() - h;
            ImageTransform.forward(
                    layer.image(),
                    layer.pixel(h, 0, 0),
                    layer.wide() * channels,
                    channels,
                    rows,
                    layer.wide(),
                    channels,
                    elements,
                    0,
                    apart);
            float[] sums = new float[Winograd.room(layer.patches(), FILTERS)];
            for (int e = 0; e < Winograd.ELEMENTS; e++) {
                for (int p = 0; p < layer.patches(); p++) {
                    for (int c = 0; c < channels; c++) {
                        for (int f = 0; f < FILTERS; f++) {
                            sums[e * stride + p * FILTERS + f] +=
                                    elements[e * apart + p * channels + c] * weights[(e * channels + c) * FILTERS + f];
                        }
                    }
                }
            }
            OutputTransform.forward(
                    sums,
                    0,
                    stride,
                    FILTERS,
                    FILTERS,
                    actual,
                    layer.output(h, 0, 0),
                    wide * FILTERS,
                    FILTERS,
                    high - h,
                    wide);
        }

        double[] expected = new double[actual.length];
        double[] scale = new double[actual.length];
        layer.forEach(
                (pixel, weight, output) -> add(expected, scale, output, layer.image()[pixel], layer.weights()[weight]));
        check(actual, expected, scale);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 16", "5, 9, 32", "8, 7, 48", "3, 10, 16"})
    void pixelsGetBackWhatTheyGave(int high, int wide, int channels) {
        Layer layer = Layer.of(high, wide, channels, random);
        // The other way round: what is summed is filters.
        float[] window = new float[Winograd.roomForWeights(FILTERS, channels)];
        for (int tap = 0; tap < WINDOW * WINDOW; tap++) {
            for (int c = 0; c < channels; c++) {
                for (int f = 0; f < FILTERS; f++) {
                    window[(tap * FILTERS + f) * channels + c] = layer.weights()[(tap * channels + c) * FILTERS + f];
                }
            }
        }
        float[] weights = new float[Winograd.ELEMENTS * FILTERS * channels];
        WeightTransform.forward(window, FILTERS, channels, weights, 0);
        int apart = Winograd.apart(layer.patches(), FILTERS);
        float[] elements = new float[Winograd.room(layer.patches(), FILTERS)];
        int stride = Winograd.apart(layer.patches(), channels);
        float[] actual = new float[layer.image().length];
        for (int h = 0; h < high; h += 4) {
            OutputTransform.backward(
                    layer.outputs(),
                    layer.output(h, 0, 0),
                    wide * FILTERS,
                    FILTERS,
                    high - h,
                    wide,
                    FILTERS,
                    elements,
                    0,
                    apart);
            float[] sums = new float[Winograd.room(layer.patches(), channels)];
            for (int e = 0; e < Winograd.ELEMENTS; e++) {
                for (int p = 0; p < layer.patches(); p++) {
                    for (int f = 0; f < FILTERS; f++) {
                        for (int c = 0; c < channels; c++) {
                            sums[e * stride + p * channels + c] +=
                                    elements[e * apart + p * FILTERS + f] * weights[(e * FILTERS + f) * channels + c];
                        }
                    }
                }
            }
            ImageTransform.backward(
                    sums,
                    0,
                    stride,
                    channels,
                    channels,
                    actual,
                    layer.pixel(h, 0, 0),
                    layer.wide() * channels,
                    channels,
                    layer.high() - h,
                    layer.wide());
        }

        double[] expected = new double[actual.length];
        double[] scale = new double[actual.length];
        layer.forEach((pixel, weight, output) ->
                add(expected, scale, pixel, layer.outputs()[output], layer.weights()[weight]));
        check(actual, expected, scale);
    }

    /** In two parts, as two threads have them. */
    @ParameterizedTest
    @CsvSource({"4, 4, 16", "5, 9, 17", "12, 7, 32"})
    void weightsAreSumsOverPatches(int high, int wide, int channels) {
        Layer layer = Layer.of(high, wide, channels, random);
        int apart = Winograd.apart(layer.patches(), channels);
        int stride = Winograd.apart(layer.patches(), FILTERS);
        int between = channels * FILTERS;
        float[] sums = new float[Winograd.ELEMENTS * between];
        int[] shares = {0, 2, Winograd.ROWS};
        for (int share = 0; share < 2; share++) {
            int from = shares[share];
            int to = shares[share + 1];
            for (int h = 0; h < high; h += 4) {
                float[] left = new float[Winograd.room(layer.patches(), channels)];
                ImageTransform.forward(
                        layer.image(),
                        layer.pixel(h, 0, 0),
                        layer.wide() * channels,
                        channels,
                        layer.high() - h,
                        layer.wide(),
                        channels,
                        left,
                        0,
                        apart,
                        from,
                        to);
                float[] right = new float[Winograd.room(layer.patches(), FILTERS)];
                OutputTransform.backward(
                        layer.outputs(),
                        layer.output(h, 0, 0),
                        wide * FILTERS,
                        FILTERS,
                        high - h,
                        wide,
                        FILTERS,
                        right,
                        0,
                        stride,
                        from,
                        to);
                for (int e = from * Winograd.ROWS; e < to * Winograd.ROWS; e++) {
                    for (int p = 0; p < layer.patches(); p++) {
                        for (int c = 0; c < channels; c++) {
                            for (int f = 0; f < FILTERS; f++) {
                                sums[e * between + c * FILTERS + f] +=
                                        left[e * apart + p * channels + c] * right[e * stride + p * FILTERS + f];
                            }
                        }
                    }
                }
            }
        }
        float[] actual = new float[layer.weights().length];
        float[] room = new float[Winograd.roomForTaps()];
        for (int c = 0; c < channels; c++) {
            WeightTransform.backward(sums, c * FILTERS, between, FILTERS, actual, c * FILTERS, between, room);
        }

        double[] expected = new double[actual.length];
        double[] scale = new double[actual.length];
        layer.forEach(
                (pixel, weight, output) -> add(expected, scale, weight, layer.outputs()[output], layer.image()[pixel]));
        check(actual, expected, scale);
    }

    private static void add(double[] sums, double[] scale, int at, double left, double right) {
        sums[at] += left * right;
        scale[at] += Math.abs(left * right);
    }

    private static void check(float[] actual, double[] expected, double[] scale) {
        for (int i = 0; i < actual.length; i++) {
            assertWithMessage("element %s", i)
                    .that((double) actual[i])
                    .isWithin(TOLERANCE * scale[i])
                    .of(expected[i]);
        }
    }
}
