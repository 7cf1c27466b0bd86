package dev.nnlang.runtime;

/** {@code (x - mean) / deviation}. */
public final class Standardize implements Transform {
    private final double[] mean;
    private final double[] deviation;

    /** @param deviation none of them 0 */
    public Standardize(double[] mean, double[] deviation) {
        this.mean = mean.clone();
        this.deviation = deviation.clone();
    }

    /** @param elements the width of the column, or the channels of an image */
    public static Standardize read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Standardize(
                file.doubles(column + ".standardize.mean", elements),
                file.doubles(column + ".standardize.deviation", elements));
    }

    @Override
    public double apply(double x, int element) {
        int i = element % mean.length;
        return (x - mean[i]) / deviation[i];
    }

    @Override
    public double invert(double y, int element) {
        int i = element % mean.length;
        return y * deviation[i] + mean[i];
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.doubles(column + ".standardize.mean", mean, mean.length);
        file.doubles(column + ".standardize.deviation", deviation, deviation.length);
    }
}
