package dev.nnlang.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/** The CRC-32C of all that a model file holds, so that a flipped bit is noticed before it is predicted with (RFC 3720, appendix B.4). */
final class Checksum {

    /** The metadata key under which a file keeps it. */
    static final String KEY = "crc32c";

    private Checksum() {}

    /**
     * Eight hexadecimal digits.
     *
     * @param metadata without a checksum, in order
     * @param tensors in order
     */
    static String of(Map<String, String> metadata, Map<String, Tensor> tensors) {
        CRC32C sum = new CRC32C();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            update(sum, entry.getKey());
            update(sum, entry.getValue());
        }
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            update(sum, entry.getKey());
            update(sum, entry.getValue().describe());
            sum.update(entry.getValue().view());
        }
        return Long.toHexString(0x1_0000_0000L + sum.getValue()).substring(1);
    }

    /** With an end that UTF-8 has not, so that no two lists of texts are the same bytes. */
    private static void update(CRC32C sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(0xFF);
    }
}
