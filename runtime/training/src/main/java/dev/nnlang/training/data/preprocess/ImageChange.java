package dev.nnlang.training.data.preprocess;

import dev.nnlang.training.data.Augmentation;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One drawn change of an image: where its rows and columns come from.
 *
 * @param rows {@code [height]}: for each row of the changed image the row of the original; {@link #BLACK} for none
 * @param columns {@code [width]}, likewise
 */
public record ImageChange(int[] rows, int[] columns) {
    static final int BLACK = -1;

    /** Draws one of each augmentation; they are applied in this order. */
    public static ImageChange draw(List<Augmentation> augmentations, Column.Image image, RandomStream random) {
        int[] rows = IntStream.range(0, image.height()).toArray();
        int[] columns = IntStream.range(0, image.columns()).toArray();
        for (Augmentation augmentation : augmentations) {
            if (augmentation instanceof Augmentation.HorizontalFlip) {
                columns = random.nextInt(2) == 0 ? columns : flipped(columns);
            } else if (augmentation instanceof Augmentation.Shift shift) {
                rows = shifted(rows, offset(shift.pixels(), random));
                columns = shifted(columns, offset(shift.pixels(), random));
            } else if (augmentation instanceof Augmentation.Crop crop) {
                rows = cropped(rows, offset(crop.padding(), random));
                columns = cropped(columns, offset(crop.padding(), random));
            }
        }
        return new ImageChange(rows, columns);
    }

    private static int offset(int most, RandomStream random) {
        return random.nextInt(2 * most + 1) - most;
    }

    private static int[] flipped(int[] from) {
        return IntStream.range(0, from.length)
                .map(i -> from[from.length - 1 - i])
                .toArray();
    }

    private static int[] shifted(int[] from, int offset) {
        return IntStream.range(0, from.length)
                .map(i -> from[Math.max(0, Math.min(from.length - 1, i + offset))])
                .toArray();
    }

    private static int[] cropped(int[] from, int offset) {
        return IntStream.range(0, from.length)
                .map(i -> i + offset < 0 || i + offset >= from.length ? BLACK : from[i + offset])
                .toArray();
    }
}
