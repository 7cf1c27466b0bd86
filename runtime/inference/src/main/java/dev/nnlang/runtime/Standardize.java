package dev.nnlang.runtime;

/** {@code (x - mean) / deviation}. */
public final class Standardize implements Transform {
    private final float[] mean;
    private final float[] deviation;

    /** @param deviation none of them 0 */
    public Standardize(float[] mean, float[] deviation) {
        this.mean = mean.clone();
        this.deviation = deviation.clone();
    }

    /** @param elements the width of the column, or the channels of an image */
    public static Standardize read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Standardize(
                file.floats(column + ".standardize.mean", elements),
                file.floats(column + ".standardize.deviation", elements));
    }

    @Override
    public float apply(float x, int element) {
        int i = element % mean.length;
        return (x - mean[i]) / deviation[i];
    }

    @Override
    public float invert(float y, int element) {
        int i = element % mean.length;
        return y * deviation[i] + mean[i];
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.floats(column + ".standardize.mean", mean, mean.length);
        file.floats(column + ".standardize.deviation", deviation, deviation.length);
    }
}
