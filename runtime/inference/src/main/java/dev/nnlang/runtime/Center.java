package dev.nnlang.runtime;

/** {@code x - mean}. */
public final class Center implements Transform {
    private final double[] mean;

    public Center(double[] mean) {
        this.mean = mean.clone();
    }

    /** @param elements the width of the column, or the channels of an image */
    public static Center read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Center(file.doubles(column + ".center.mean", elements));
    }

    @Override
    public double apply(double x, int element) {
        return x - mean[element % mean.length];
    }

    @Override
    public double invert(double y, int element) {
        return y + mean[element % mean.length];
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.doubles(column + ".center.mean", mean, mean.length);
    }
}
