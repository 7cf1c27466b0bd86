package dev.nnlang.runtime;

/** Puts a value where one is missing, which is where {@code x} is NaN. */
public final class Impute implements Transform {
    private final float[] value;

    public Impute(float[] value) {
        this.value = value.clone();
    }

    /** @param elements the width of the column */
    public static Impute read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Impute(file.floats(column + ".impute.value", elements));
    }

    @Override
    public float apply(float x, int element) {
        return Float.isNaN(x) ? value[element % value.length] : x;
    }

    /** The same value: nothing tells what was missing. */
    @Override
    public float invert(float y, int element) {
        return y;
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.floats(column + ".impute.value", value, value.length);
    }
}
