package dev.nnlang.training.data.image;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.SourceFile;

/** Reads pictures for a column of images. */
public final class Pictures {

    private Pictures() {}

    /** The bytes of one, in the size of the column. */
    public static byte[] read(SourceFile file, Column.Image wanted, boolean resizes) throws DataException {
        Pixels image = ImageFile.read(file, wanted.channels());
        if (image.height() == wanted.height() && image.width() == wanted.columns()) {
            return image.bytes();
        }
        if (!resizes) {
            throw file.problem(
                    "expected an image of " + wanted.height() + "x" + wanted.columns() + " pixels, but found "
                            + image.height() + "x" + image.width()
                            + "; write `images(…, resize: true)` to bring all to one size");
        }
        return image.resized(wanted.height(), wanted.columns()).bytes();
    }
}
