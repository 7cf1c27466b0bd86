package dev.nnlang.training.data;

/** A random change of an image, so that a network learns what does not matter. */
public sealed interface Augmentation {

    /** Left and right change places, for every second image. */
    static Augmentation horizontalFlip() {
        return new HorizontalFlip();
    }

    /** Moved by up to so many pixels in each direction; what comes in at an edge repeats it. */
    static Augmentation shift(int pixels) {
        return new Shift(pixels);
    }

    /** A piece of the image's own size, cut out of it with so many black pixels around. */
    static Augmentation crop(int padding) {
        return new Crop(padding);
    }

    /** See {@link Augmentation#horizontalFlip}. */
    record HorizontalFlip() implements Augmentation {}

    /** See {@link Augmentation#shift}. */
    record Shift(int pixels) implements Augmentation {}

    /** See {@link Augmentation#crop}; after He et al., "Deep residual learning", 2015, section 4.2. */
    record Crop(int padding) implements Augmentation {}
}
