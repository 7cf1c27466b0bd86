package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file that rows are read from, plain or compressed by gzip, whatever its name ends in. */
record SourceFile(Path path) {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Opens it; every way in which that, or reading on, can fail becomes a {@link DataException}. */
    InputStream open() throws DataException {
        try {
            return new Explained(decompressed(new BufferedInputStream(Files.newInputStream(path), 1 << 16)));
        } catch (IOException e) {
            throw explain(e);
        }
    }

    DataException problem(String message) {
        return problem(message, null);
    }

    DataException problem(String message, Throwable cause) {
        return new DataException(path + ": " + message, cause);
    }

    /** What went wrong, and what to do about it. */
    DataException explain(IOException e) {
        if (e instanceof DataException known) {
            return known;
        }
        if (e instanceof NoSuchFileException) {
            return problem("there is no such file; put it there, or say where it is with source=PATH", e);
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return problem("expected a whole gzip file, but it is cut short or damaged; fetch it anew", e);
        }
        if (e instanceof CharacterCodingException) {
            return problem("expected text in UTF-8, but found other bytes; save it as UTF-8", e);
        }
        return problem("the file cannot be read: " + e.getMessage(), e);
    }

    /** A stream whose failures say what to do. */
    private final class Explained extends FilterInputStream {
        Explained(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw explain(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                throw explain(e);
            }
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
