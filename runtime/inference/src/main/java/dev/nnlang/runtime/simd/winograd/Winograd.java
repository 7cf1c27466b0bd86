package dev.nnlang.runtime.simd.winograd;

import dev.nnlang.runtime.simd.Vectors;

/**
 * Winograd's minimal filtering F(4 x 4, 3 x 3): sixteen neighbouring outputs of a 3 x 3 window from 36 products instead of 144. An image is cut
 * into patches of 6 x 6 pixels, four apart; a patch d and the weights g of a channel give the outputs
 *
 * <pre>Y = A^T ((G g G^T) * (B^T d B)) A
 *
 *       4  0 -5  0  1  0          1/4    0    0
 *       0 -4 -4  1  1  0         -1/6 -1/6 -1/6         1  1  1  1  1  0
 * B^T = 0  4 -4 -1  1  0     G = -1/6  1/6 -1/6   A^T = 0  1 -1  2 -2  0
 *       0 -2 -1  2  1  0         1/24 1/12  1/6         0  1  1  4  4  0
 *       0  2 -1 -2  1  0         1/24 -1/12 1/6         0  1 -1  8 -8  1
 *       0  4  0 -5  0  1            0    0    1</pre>
 *
 * where * multiplies element by element, and channels are added up before A. So the sums of each of the 36 elements are a product of two
 * matrices: patches by channels, channels by filters. Source: A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks, 2016,
 * arXiv:1509.09308, section 4.3. Gradients go the same way back, through the transposed matrices.
 *
 * <p>A strip is the patches that lie side by side. The elements of a patch lie {@code apart} from each other: the one of row i and column j at
 * {@code (6 i + j) apart + patch * channels + channel}. Arrays for them have as much {@link #room} after them as the transformations need.
 *
 * <p>A square is transformed in two turns of one loop: the matrix times its columns, then the rows of that times the transposed matrix. With a loop
 * for each, or a method that is called twice, one compilation holds so many vectors that JDK 17 may keep them in objects.
 *
 * <p>Methods call the vector API itself: HotSpot stops inlining others where there are many vectors.
 */
public final class Winograd {

    /** How many pixels a patch is high and wide. */
    static final int PATCH = 6;

    /** How many outputs of it, and how far apart patches are. */
    static final int OUTPUTS = 4;

    /** How many pixels a window is high and wide. */
    static final int WINDOW = 3;

    /** How many rows of elements a transformed patch has. */
    public static final int ROWS = PATCH;

    /** How many elements a transformed patch has for each channel. */
    public static final int ELEMENTS = PATCH * PATCH;

    /** As many floats as a cache line has. */
    private static final int LINE = 16;

    private Winograd() {}

    /**
     * How far apart the elements of so many patches lie. A cache line more than they need: else the elements of a patch would often lie in one
     * set of the cache.
     */
    public static int apart(int patches, int channels) {
        return patches * channels + LINE;
    }

    /**
     * How long an array for the elements of so many patches is: after them there is room for a patch as it is in the image, and for one that is
     * half transformed.
     */
    public static int room(int patches, int channels) {
        return ELEMENTS * (apart(patches, channels) + channels + Vectors.LANES);
    }

    /** How long an array for the weights of a panel is: after them there is room for those of a vector's columns that are half transformed. */
    public static int roomForWeights(int terms, int width) {
        return WINDOW * WINDOW * terms * width + WINDOW * PATCH * Vectors.LANES;
    }

    /** How long an array is in which {@link WeightTransform#backward} transforms. */
    public static int roomForTaps() {
        return (WINDOW * PATCH + WINDOW * WINDOW) * Vectors.LANES;
    }
}
