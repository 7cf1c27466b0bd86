package dev.nnlang.runtime;

/** {@code x - mean}. */
public final class Center implements Transform {
    private final float[] mean;

    public Center(float[] mean) {
        this.mean = mean.clone();
    }

    /** @param elements the width of the column, or the channels of an image */
    public static Center read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Center(file.floats(column + ".center.mean", elements));
    }

    @Override
    public float apply(float x, int element) {
        return x - mean[element % mean.length];
    }

    @Override
    public float invert(float y, int element) {
        return y + mean[element % mean.length];
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.floats(column + ".center.mean", mean, mean.length);
    }
}
