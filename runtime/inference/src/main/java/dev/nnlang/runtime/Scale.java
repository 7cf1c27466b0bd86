package dev.nnlang.runtime;

/** From {@code minimum..maximum} to {@code low..high}: {@code low + (x - minimum) * (high - low) / (maximum - minimum)}. */
public final class Scale implements Transform {
    private final float[] minimum;
    private final float[] maximum;
    private final float low;
    private final float high;

    /** @param maximum each above its minimum */
    public Scale(float[] minimum, float[] maximum, float low, float high) {
        this.minimum = minimum.clone();
        this.maximum = maximum.clone();
        this.low = low;
        this.high = high;
    }

    /** @param elements the width of the column, or the channels of an image */
    public static Scale read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Scale(
                file.floats(column + ".scale.minimum", elements),
                file.floats(column + ".scale.maximum", elements),
                file.floats(column + ".scale.low")[0],
                file.floats(column + ".scale.high")[0]);
    }

    @Override
    public float apply(float x, int element) {
        int i = element % minimum.length;
        return low + (x - minimum[i]) * (high - low) / (maximum[i] - minimum[i]);
    }

    @Override
    public float invert(float y, int element) {
        int i = element % minimum.length;
        return minimum[i] + (y - low) * (maximum[i] - minimum[i]) / (high - low);
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.floats(column + ".scale.minimum", minimum, minimum.length);
        file.floats(column + ".scale.maximum", maximum, maximum.length);
        file.floats(column + ".scale.low", new float[] {low});
        file.floats(column + ".scale.high", new float[] {high});
    }
}
