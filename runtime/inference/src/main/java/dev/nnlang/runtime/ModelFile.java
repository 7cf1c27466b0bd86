package dev.nnlang.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What training leaves behind: named tensors and named strings, in the <a
 * href="https://github.com/huggingface/safetensors#format">safetensors</a> format, which other tools read and write too.
 * Immutable; the same content always makes the same bytes.
 */
public final class ModelFile {
    /** The metadata key of the network's name. */
    public static final String NETWORK = "network";

    /** The metadata key of the network's fingerprint. */
    public static final String FINGERPRINT = "fingerprint";

    private final String origin;
    private final Map<String, String> metadata;
    private final Map<String, Tensor> tensors;

    ModelFile(String origin, Map<String, String> metadata, Map<String, Tensor> tensors) {
        this.origin = origin;
        this.metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        this.tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
    }

    /**
     * Reads a file, and checks that it is a whole and sound one.
     *
     * @throws ModelFileException if it is not, or cannot be read
     */
    public static ModelFile read(Path path) throws ModelFileException {
        try {
            if (Files.size(path) > Integer.MAX_VALUE - Long.BYTES) {
                throw new ModelFileException(path + ": expected a model file of less than 2 GB, but found "
                        + Files.size(path) + " bytes; is it the right file?");
            }
            return SafetensorsReader.read(Files.readAllBytes(path), path.toString());
        } catch (NoSuchFileException e) {
            throw new ModelFileException(path + ": there is no such model file; train the network first", e);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(path + ": the model file cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads what is not in a file of its own: a resource of the class path. The caller closes the stream.
     *
     * @param origin what messages call it
     * @throws ModelFileException if it is not a whole and sound model, or cannot be read
     */
    public static ModelFile read(InputStream stream, String origin) throws ModelFileException {
        try {
            return of(stream.readAllBytes(), origin);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(origin + ": the model cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The model that {@link #bytes} has put together.
     *
     * @param origin what messages call it
     * @throws ModelFileException if the bytes are not a whole and sound model
     */
    public static ModelFile of(byte[] bytes, String origin) throws ModelFileException {
        return SafetensorsReader.read(bytes.clone(), origin);
    }

    /**
     * Writes the file beside its place, then moves it there: whoever reads sees the old one or the whole new one.
     *
     * @throws ModelFileException if it cannot be written; then nothing is left behind
     */
    public void write(Path path) throws ModelFileException {
        try {
            DurableFile.write(path, bytes());
        } catch (IOException e) {
            throw new ModelFileException(
                    path + ": the model file cannot be written (" + e + "); choose another directory", e);
        }
    }

    /** The bytes of the file. That of a network of ours has a checksum among its metadata. */
    public byte[] bytes() {
        if (!metadata.containsKey(FINGERPRINT)) {
            return SafetensorsWriter.write(metadata, tensors);
        }
        Map<String, String> checked = new TreeMap<>(metadata);
        checked.put(Checksum.KEY, Checksum.of(metadata, tensors));
        return SafetensorsWriter.write(checked, tensors);
    }

    /** The strings beside the tensors, by key. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The names of all tensors. */
    public Set<String> names() {
        return tensors.keySet();
    }

    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    /**
     * A copy of a tensor's values, row by row.
     *
     * @param shape the shape it must have; none for a single number
     * @throws ModelFileException if it is missing, of another shape or not of 32-bit floats
     */
    public float[] floats(String name, int... shape) throws ModelFileException {
        return require(name, Tensor.FLOAT, shape).floats();
    }

    /** Like {@link #floats}, of 64-bit floats. */
    public double[] doubles(String name, int... shape) throws ModelFileException {
        return require(name, Tensor.DOUBLE, shape).doubles();
    }

    private Tensor require(String name, String dtype, int[] shape) throws ModelFileException {
        Tensor tensor = tensors.get(name);
        List<Long> dims = Tensor.dims(shape);
        if (tensor == null || !tensor.dtype().equals(dtype) || !tensor.shape().equals(dims)) {
            String found = tensor == null ? "no tensor of that name" : tensor.describe();
            throw new ModelFileException(origin + ": expected tensor `" + name + "`, " + Tensor.describe(dtype, dims)
                    + ", but found " + found + "; train the network again");
        }
        return tensor;
    }

    /**
     * Makes sure that the weights are those of this very network, and numbers that can be predicted with.
     *
     * @throws ModelFileException if they are another's, or of another version of it, or if one is NaN or infinite
     */
    public void requireNetwork(String network, String fingerprint) throws ModelFileException {
        String name = metadata.get(NETWORK);
        if (!network.equals(name)) {
            String found = name == null ? "no network's name" : "network " + name;
            throw new ModelFileException(origin + ": expected a model of network " + network + ", but found " + found
                    + "; load the file that training " + network + " wrote");
        }
        String found = metadata.get(FINGERPRINT);
        if (!fingerprint.equals(found)) {
            throw new ModelFileException(origin + ": expected network " + network + " with fingerprint " + fingerprint
                    + ", but found " + found + ": the network has changed since; train it again");
        }
        requireFinite();
    }

    private void requireFinite() throws ModelFileException {
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            double odd = entry.getValue().firstNotFinite();
            if (odd != 0) {
                throw new ModelFileException(origin + ": expected numbers in tensor `" + entry.getKey()
                        + "`, but found " + odd + ": its training diverged; train the network again at a lower rate");
            }
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a file is to hold; the order of the calls does not matter. */
    public static final class Builder {
        private final Map<String, String> metadata = new TreeMap<>();
        private final Map<String, Tensor> tensors = new TreeMap<>();

        private Builder() {}

        /** Says which network the weights are of. */
        public Builder network(String network, String fingerprint) {
            return metadata(NETWORK, network).metadata(FINGERPRINT, fingerprint);
        }

        public Builder metadata(String key, String value) {
            metadata.put(key, value);
            return this;
        }

        /** A copy of the values becomes a tensor of this shape; no shape for a single number. */
        public Builder floats(String name, float[] values, int... shape) {
            return add(name, Tensor.of(values, shape), values.length);
        }

        /** Like {@link #floats}, of 64-bit floats. */
        public Builder doubles(String name, double[] values, int... shape) {
            return add(name, Tensor.of(values, shape), values.length);
        }

        private Builder add(String name, Tensor tensor, int values) {
            if (tensor.shape().stream().reduce(1L, Math::multiplyExact) != values) {
                throw new IllegalArgumentException(name + " has " + values + " values: " + tensor.describe());
            }
            if (tensors.put(name, tensor) != null || name.equals("__metadata__")) {
                throw new IllegalArgumentException("there can be no other tensor " + name);
            }
            return this;
        }

        public ModelFile build() {
            return new ModelFile("the model in memory", metadata, tensors);
        }
    }
}
