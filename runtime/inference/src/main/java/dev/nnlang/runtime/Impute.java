package dev.nnlang.runtime;

/** Puts a value where one is missing, which is where {@code x} is NaN. */
public final class Impute implements Transform {
    private final double[] value;

    public Impute(double[] value) {
        this.value = value.clone();
    }

    /** @param elements the width of the column */
    public static Impute read(ModelFile file, String column, int elements) throws ModelFileException {
        return new Impute(file.doubles(column + ".impute.value", elements));
    }

    @Override
    public double apply(double x, int element) {
        return Double.isNaN(x) ? value[element % value.length] : x;
    }

    /** The same value: nothing tells what was missing. */
    @Override
    public double invert(double y, int element) {
        return y;
    }

    @Override
    public void write(ModelFile.Builder file, String column) {
        file.doubles(column + ".impute.value", value, value.length);
    }
}
