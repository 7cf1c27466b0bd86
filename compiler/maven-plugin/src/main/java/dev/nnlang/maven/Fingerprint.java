package dev.nnlang.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A SHA-256 of everything that an outcome depends on, added piece by piece. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    static String of(String text) {
        return new Fingerprint().add(text).toString();
    }

    /** Each piece goes in with its length: two pieces are never taken for others that read the same when joined. */
    Fingerprint add(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    /** Adds a file's content, or that of all files below a folder in the order of their names. */
    Fingerprint add(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                addContent(file);
            }
        }
        return this;
    }

    private void addContent(Path file) throws IOException {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, Files.size(file)));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                digest.update(chunk, 0, length);
            }
        }
    }

    /** In hexadecimal; nothing can be added afterwards. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
