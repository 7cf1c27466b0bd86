package dev.nnlang.runtime;

/** From {@code minimum..maximum} to {@code low..high}: {@code low + (x - minimum) * (high - low) / (maximum - minimum)}. */
public final class Scale implements Transform {
    private final double[] minimum;
    private final double[] maximum;
    private final double low;
    private final double high;

    /** @param maximum each above its minimum */
    public Scale(double[] minimum, double[] maximum, double low, double high) {
        this.minimum = minimum.clone();
        this.maximum = maximum.clone();
        this.low = low;
        this.high = high;
    }

    /** @param elements the width of the column, or the channels of an image */
    public static Scale read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Scale(
                file.doubles(column + ".scale.minimum", elements),
                file.doubles(column + ".scale.maximum", elements),
                file.doubles(column + ".scale.low")[0],
                file.doubles(column + ".scale.high")[0]);
    }

    @Override
    public double apply(double x, int element) {
        int i = element % minimum.length;
        return low + (x - minimum[i]) * (high - low) / (maximum[i] - minimum[i]);
    }

    @Override
    public double invert(double y, int element) {
        int i = element % minimum.length;
        return minimum[i] + (y - low) * (maximum[i] - minimum[i]) / (high - low);
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.doubles(column + ".scale.minimum", minimum, minimum.length);
        file.doubles(column + ".scale.maximum", maximum, maximum.length);
        file.doubles(column + ".scale.low", new double[] {low});
        file.doubles(column + ".scale.high", new double[] {high});
    }
}
