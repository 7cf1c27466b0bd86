package dev.nnlang.training.data.file;

import dev.nnlang.training.data.DataException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths that a {@code .nn} file names. */
public final class Paths {

    private Paths() {}

    /** @throws DataException if the system cannot write such a name */
    public static Path resolve(Path base, String path) throws DataException {
        try {
            return base.resolve(path);
        } catch (InvalidPathException e) {
            throw new DataException(
                    "`" + Shown.text(path) + "` cannot be the name of a file where names are encoded in "
                            + System.getProperty("sun.jnu.encoding")
                            + "; rename it, or set the locale to one of UTF-8, such as LC_ALL=C.UTF-8",
                    e);
        }
    }
}
