package dev.nnlang.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the bytes of a safetensors file apart, as its <a href="https://github.com/huggingface/safetensors#format">public
 * description</a> says, and believes none of them unchecked: the tensors must tile the data exactly, without a gap, an
 * overlap or a rest.
 *
 * <p>Programs wait for it when they start, so what every file goes through has neither lambdas nor texts made of parts,
 * which the JVM prepares for many milliseconds when it meets the first. Only a damaged file needs them.
 */
final class SafetensorsReader {
    /** The limit of the format's reference implementation. */
    private static final long MAX_HEADER = 100_000_000;

    private final byte[] bytes;
    private final String origin;
    private final Map<String, String> metadata = new TreeMap<>();
    private final Map<String, Tensor> tensors = new TreeMap<>();

    private SafetensorsReader(byte[] bytes, String origin) {
        this.bytes = bytes;
        this.origin = origin;
    }

    /** @param origin what messages call the file */
    static ModelFile read(byte[] bytes, String origin) throws ModelFileException {
        SafetensorsReader reader = new SafetensorsReader(bytes, origin);
        reader.read();
        reader.requireChecksum();
        return new ModelFile(origin, reader.metadata, reader.tensors);
    }

    private void read() throws ModelFileException {
        if (bytes.length < Long.BYTES) {
            throw damaged("at least 8 bytes", "only " + bytes.length);
        }
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (header < 0 || header > MAX_HEADER) {
            throw damaged(
                    "a header of at most " + MAX_HEADER + " bytes",
                    Long.toUnsignedString(header) + " as its length: this is no safetensors file");
        }
        if (header > bytes.length - Long.BYTES) {
            throw damaged("a header of " + header + " bytes", "a file of " + bytes.length + ": it is cut short");
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Object> member : header((int) header).entrySet()) {
            if (member.getKey().equals("__metadata__")) {
                readMetadata(member.getValue());
            } else {
                entries.add(entry(member.getKey(), member.getValue()));
            }
        }
        slice(entries, Long.BYTES + (int) header);
    }

    /** Files of other tools have none, nor have those of earlier versions. */
    private void requireChecksum() throws ModelFileException {
        String written = metadata.remove(Checksum.KEY);
        if (written != null && !written.equals(Checksum.of(metadata, tensors))) {
            throw damaged("what was written, by its checksum", "something else");
        }
    }

    private Map<String, Object> header(int length) throws ModelFileException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, Long.BYTES, length))
                    .toString();
            return JsonReader.readObject(text);
        } catch (CharacterCodingException e) {
            throw damaged("a header in UTF-8", "other bytes: this is no safetensors file");
        } catch (JsonReader.JsonException e) {
            throw damaged("a header in JSON", "something else (" + e.getMessage() + "): this is no safetensors file");
        }
    }

    private void readMetadata(Object value) throws ModelFileException {
        if (!(value instanceof Map<?, ?> map)) {
            throw damaged("an object behind __metadata__", "`" + value + "`");
        }
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getValue() instanceof String text)) {
                throw damaged("a string behind __metadata__ `" + member.getKey() + "`", "`" + member.getValue() + "`");
            }
            metadata.put((String) member.getKey(), text);
        }
    }

    /** A tensor whose offsets are not checked yet. */
    private record Entry(String name, String dtype, List<Long> shape, long begin, long end)
            implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int order = Long.compare(begin, other.begin);
            return order == 0 ? Long.compare(end, other.end) : order;
        }

        String title() {
            return "tensor `" + name + "`";
        }
    }

    private Entry entry(String name, Object value) throws ModelFileException {
        if (value instanceof Map<?, ?> map
                && map.get("dtype") instanceof String dtype
                && map.get("shape") instanceof List<?> shape
                && map.get("data_offsets") instanceof List<?> offsets
                && offsets.size() == 2) {
            List<Long> range = wholes(name, offsets);
            return new Entry(name, dtype, wholes(name, shape), range.get(0), range.get(1));
        }
        throw damaged("dtype, shape and data_offsets of tensor `" + name + "`", "`" + value + "`");
    }

    private List<Long> wholes(String name, List<?> values) throws ModelFileException {
        List<Long> wholes = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Long whole)) {
                throw damaged("whole numbers in the entry of tensor `" + name + "`", "`" + value + "`");
            }
            wholes.add(whole);
        }
        return wholes;
    }

    private void slice(List<Entry> entries, int start) throws ModelFileException {
        Collections.sort(entries);
        long available = bytes.length - start;
        long expected = 0;
        for (Entry entry : entries) {
            if (entry.begin != expected || entry.end < entry.begin) {
                String found = entry.begin + " to " + entry.end;
                throw damaged(entry.title() + " to begin at byte " + expected + " of the data", found);
            }
            if (entry.end > available) {
                throw damaged(entry.end + " bytes of data for " + entry.title(), available + ": the file is cut short");
            }
            requireSize(entry);
            ByteBuffer data = ByteBuffer.wrap(bytes, start + (int) entry.begin, (int) (entry.end - entry.begin));
            tensors.put(entry.name, new Tensor(entry.dtype, entry.shape, data.slice()));
            expected = entry.end;
        }
        if (expected != available) {
            throw damaged(expected + " bytes of data", available + " bytes");
        }
    }

    private void requireSize(Entry entry) throws ModelFileException {
        long size = Tensor.bytes(entry.dtype);
        if (size == 0) {
            throw damaged("a known element type for " + entry.title(), "`" + entry.dtype + "`");
        }
        for (long dim : entry.shape) {
            // Beyond any file, and small enough that the product of two cannot overflow.
            if (dim > Integer.MAX_VALUE || size > Integer.MAX_VALUE) {
                throw damaged("a possible shape for " + entry.title(), entry.shape.toString());
            }
            size *= dim;
        }
        if (size != entry.end - entry.begin) {
            String shape = Tensor.describe(entry.dtype, entry.shape);
            throw damaged(size + " bytes for " + entry.title() + ", " + shape, Long.toString(entry.end - entry.begin));
        }
    }

    private ModelFileException damaged(String expected, String found) {
        return new ModelFileException(
                origin + ": expected " + expected + ", but found " + found + "; train again or fetch the file anew");
    }
}
