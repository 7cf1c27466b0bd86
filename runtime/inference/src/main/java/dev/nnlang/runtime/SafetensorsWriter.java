package dev.nnlang.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Puts the bytes of a safetensors file together. The order is that of the format's reference implementation: wide element
 * types first, which keeps every tensor aligned, then by name; so the same content always gives the same bytes.
 */
final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    static byte[] write(Map<String, String> metadata, Map<String, Tensor> tensors) {
        List<Map.Entry<String, Tensor>> ordered = tensors.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Tensor> entry) ->
                                -entry.getValue().elementBytes())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        byte[] header = header(metadata, ordered).getBytes(StandardCharsets.UTF_8);
        int length = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int data = ordered.stream()
                .mapToInt(entry -> entry.getValue().data().capacity())
                .reduce(0, Math::addExact);
        ByteBuffer file = ByteBuffer.allocate(Math.addExact(Long.BYTES + length, data))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .put(" ".repeat(length - header.length).getBytes(StandardCharsets.UTF_8));
        ordered.forEach(entry -> file.put(entry.getValue().view()));
        return file.array();
    }

    private static String header(Map<String, String> metadata, List<Map.Entry<String, Tensor>> ordered) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        if (!metadata.isEmpty()) {
            members.add(metadata.entrySet().stream()
                    .map(entry -> quote(entry.getKey()) + ":" + quote(entry.getValue()))
                    .collect(Collectors.joining(",", "\"__metadata__\":{", "}")));
        }
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : ordered) {
            Tensor tensor = entry.getValue();
            long end = begin + tensor.data().capacity();
            String shape = tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            members.add(quote(entry.getKey()) + ":{\"dtype\":" + quote(tensor.dtype()) + ",\"shape\":" + shape
                    + ",\"data_offsets\":[" + begin + "," + end + "]}");
            begin = end;
        }
        return members.toString();
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                // A lone surrogate has no UTF-8; as an escape every string survives.
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
