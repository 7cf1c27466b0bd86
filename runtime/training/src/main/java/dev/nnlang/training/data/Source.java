package dev.nnlang.training.data;

import java.util.List;

/** Where rows come from. Paths may be relative, to the base directory of the run; files may be compressed by gzip. */
public sealed interface Source {

    /** A table of text with commas; see {@link Csv}. */
    static Source csv(String path, boolean header) {
        return csv(path, header, ',');
    }

    /** A table of text; see {@link Csv}. */
    static Source csv(String path, boolean header, char separator) {
        return new Csv(path, header, separator);
    }

    /** Images and labels of the MNIST family; see {@link Idx}. */
    static Source idx(String images, String labels) {
        return new Idx(images, labels);
    }

    /** Two of NumPy's arrays; see {@link Npy}. */
    static Source npy(String inputs, String targets) {
        return new Npy(inputs, targets);
    }

    /** Folders of images; see {@link Images}. */
    static Source images(String folders, boolean resize) {
        return new Images(folders, resize);
    }

    /** CIFAR-10's binary files; see {@link Cifar10}. */
    static Source cifar10(String files) {
        return new Cifar10(files);
    }

    /**
     * The same kind of source in other files.
     *
     * @param paths a path, or two with a comma between where a source has two
     * @throws IllegalArgumentException if there are more or fewer
     */
    Source at(String paths);

    /**
     * Values with something between them (RFC 4180, where it is a comma).
     *
     * @param header whether the first line names the columns; without it they come in declared order
     */
    record Csv(String path, boolean header, char separator) implements Source {
        @Override
        public Source at(String paths) {
            return new Csv(paths, header, separator);
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
            List<String> both = pair(paths, "images and labels");
            return new Idx(both.get(0), both.get(1));
        }

        @Override
        public String toString() {
            return images + ", " + labels;
        }
    }

    /**
     * Two files of NumPy's, C order: inputs {@code [n][width of all inputs]}, or bytes {@code [n][h][w]} or {@code
     * [n][h][w][c]} of an image, and targets {@code [n]} or {@code [n][width]}.
     */
    record Npy(String inputs, String targets) implements Source {
        @Override
        public Source at(String paths) {
            List<String> both = pair(paths, "inputs and targets");
            return new Npy(both.get(0), both.get(1));
        }

        @Override
        public String toString() {
            return inputs + ", " + targets;
        }
    }

    /**
     * A folder for each label, with images in it.
     *
     * @param folders their path, a {@code *} where the label stands: {@code train/*}, with a slash behind it or not
     * @param resize whether images of other sizes are brought to that of the column
     */
    record Images(String folders, boolean resize) implements Source {
        @Override
        public Source at(String paths) {
            return new Images(paths, resize);
        }

        @Override
        public String toString() {
            return folders;
        }
    }

    /**
     * CIFAR-10's binary version: of each image a byte with its label, then its red, green and blue plane.
     *
     * @param files their path, {@code *} standing for anything: {@code data_batch_*.bin}
     */
    record Cifar10(String files) implements Source {
        @Override
        public Source at(String paths) {
            return new Cifar10(paths);
        }

        @Override
        public String toString() {
            return files;
        }
    }

    private static List<String> pair(String paths, String what) {
        List<String> both = List.of(paths.strip().split("\\s*,\\s*", -1));
        if (both.size() != 2) {
            throw new IllegalArgumentException(what + ", two paths with a comma between");
        }
        return both;
    }
}
