package dev.nnlang.training.data.image;

/**
 * One image.
 *
 * @param bytes {@code [height][width][channels]}, unsigned
 */
public record Pixels(int height, int width, int channels, byte[] bytes) {

    /**
     * The image in another size: each new pixel is the mean of those around it, weighted by a triangle as wide as a new
     * pixel, or as an old one where that is wider (P. Heckbert, "Fundamentals of texture mapping and image warping",
     * 1989; PIL calls it bilinear).
     */
    public Pixels resized(int newHeight, int newWidth) {
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Byte.toUnsignedInt(bytes[i]);
        }
        float[] high = resample(values, 1, height, newHeight, width * channels);
        float[] wide = resample(high, newHeight, width, newWidth, channels);
        byte[] rounded = new byte[wide.length];
        for (int i = 0; i < wide.length; i++) {
            rounded[i] = (byte) Math.round(wide[i]);
        }
        return new Pixels(newHeight, newWidth, channels, rounded);
    }

    /** From {@code [outer][size][inner]} to {@code [outer][newSize][inner]}. */
    private static float[] resample(float[] from, int outer, int size, int newSize, int inner) {
        float[] to = new float[outer * newSize * inner];
        double scale = (double) size / newSize;
        double reach = Math.max(scale, 1);
        for (int target = 0; target < newSize; target++) {
            double centre = (target + 0.5) * scale;
            int first = (int) Math.max(0, Math.floor(centre - reach));
            int end = (int) Math.min(size, Math.ceil(centre + reach));
            float[] weights = triangle(centre, reach, first, end);
            for (int o = 0; o < outer; o++) {
                for (int source = first; source < end; source++) {
                    for (int i = 0; i < inner; i++) {
                        to[(o * newSize + target) * inner + i] +=
                                weights[source - first] * from[(o * size + source) * inner + i];
                    }
                }
            }
        }
        return to;
    }

    /** The weights of the pixels from {@code first} up to {@code end}, which sum to 1. */
    private static float[] triangle(double centre, double reach, int first, int end) {
        float[] weights = new float[end - first];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) sum;
        }
        return weights;
    }
}
