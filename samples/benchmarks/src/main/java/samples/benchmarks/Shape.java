package samples.benchmarks;

/** Of one row: an image, or, with one pixel, a vector. */
public record Shape(int channels, int height, int width) {

    public static Shape of(int size) {
        return new Shape(size, 1, 1);
    }

    public int size() {
        return channels * height * width;
    }

    public boolean isVector() {
        return height == 1 && width == 1;
    }

    /** Rows of it, as the peers count dimensions: {@code [rows, channels, height, width]} or {@code [rows, size]}. */
    public long[] batch(int rows) {
        return isVector() ? new long[] {rows, channels} : new long[] {rows, channels, height, width};
    }
}
