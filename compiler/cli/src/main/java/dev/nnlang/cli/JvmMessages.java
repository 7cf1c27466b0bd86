package dev.nnlang.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a JVM writes to its standard error. */
final class JvmMessages {

    /** Its first words, if it has a module of the incubator: they are about us, and nothing to those who use us. */
    private static final String INCUBATING = "WARNING: Using incubator modules";

    private JvmMessages() {}

    /** Passes everything on as soon as it comes, but for the line about the incubator. */
    static void copy(InputStream from, OutputStream to) {
        try {
            byte[] first = firstLine(from);
            if (!new String(first, StandardCharsets.UTF_8).startsWith(INCUBATING)) {
                to.write(first);
                to.flush();
            }
            byte[] chunk = new byte[1 << 13];
            for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
                to.write(chunk, 0, length);
                to.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its end; not to its end if it begins otherwise, since somebody may wait for a part of a line. */
    private static byte[] firstLine(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0; next = from.read()) {
            line.write(next);
            boolean other = line.size() <= INCUBATING.length() && next != INCUBATING.charAt(line.size() - 1);
            if (other || next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
