package dev.nnlang.training.data;

/** Where rows come from. Paths may be relative, to the base directory of the run; files may be compressed by gzip. */
public sealed interface Source {

    /** A table of text; see {@link Csv}. */
    static Source csv(String path, boolean header) {
        return new Csv(path, header);
    }

    /** Images and labels of the MNIST family; see {@link Idx}. */
    static Source idx(String images, String labels) {
        return new Idx(images, labels);
    }

    /**
     * The same kind of source in other files.
     *
     * @param paths a path, or two with a comma between for IDX
     * @throws IllegalArgumentException if there are more or fewer
     */
    Source at(String paths);

    /**
     * Comma-separated values (RFC 4180).
     *
     * @param header whether the first line names the columns; without it they come in declared order
     */
    record Csv(String path, boolean header) implements Source {
        @Override
        public Source at(String paths) {
            return new Csv(paths, header);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** Two files in Yann LeCun's IDX format: unsigned bytes {@code [n][h][w]} or {@code [n][h][w][c]}, and labels {@code [n]}. */
    record Idx(String images, String labels) implements Source {
        @Override
        public Source at(String paths) {
            String[] both = paths.split(",", -1);
            if (both.length != 2) {
                throw new IllegalArgumentException("images and labels, two paths with a comma between");
            }
            return new Idx(both[0].strip(), both[1].strip());
        }

        @Override
        public String toString() {
            return images + ", " + labels;
        }
    }
}
