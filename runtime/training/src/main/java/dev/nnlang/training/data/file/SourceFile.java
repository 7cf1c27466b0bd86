package dev.nnlang.training.data.file;

import dev.nnlang.training.data.DataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that rows are read from, plain or compressed by gzip, whatever its name ends in.
 *
 * @param name for messages
 * @param opener begins to read it
 */
public record SourceFile(String name, Opener opener) {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Begins to read bytes. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** A file of data, which may be read more than once. */
    public SourceFile(Path path) {
        this(path.toString(), () -> opened(path));
    }

    private static InputStream opened(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new DataException(path + ": expected a file, but this is a folder; name a file in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new DataException(path + ": expected a file that can be read again and again, but this is a pipe or a"
                    + " device; save it as a file first");
        }
        return Files.newInputStream(path);
    }

    /** Opens it; every way in which that, or reading on, can fail becomes a {@link DataException}. */
    public InputStream open() throws DataException {
        try {
            return new Explained(decompressed(new BufferedInputStream(opener.open(), 1 << 16)));
        } catch (IOException e) {
            throw explain(e);
        }
    }

    public DataException problem(String message) {
        return problem(message, null);
    }

    public DataException problem(String message, Throwable cause) {
        return new DataException(name + ": " + message, cause);
    }

    /** What went wrong, and what to do about it. */
    public DataException explain(IOException e) {
        if (e instanceof DataException known) {
            return known;
        }
        if (e instanceof NoSuchFileException) {
            return problem("there is no such file; put it there, or name another with the setting `source`", e);
        }
        if (e instanceof AccessDeniedException) {
            return problem("this user may not read the file; change its permissions", e);
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return problem("expected a whole gzip file, but it is cut short or damaged; fetch it anew", e);
        }
        if (e instanceof CharacterCodingException) {
            return problem("expected text in UTF-8, but found other bytes; save it as UTF-8", e);
        }
        return problem("the file cannot be read: " + (e.getMessage() == null ? e : e.getMessage()), e);
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

    /** Whatever is compressed by gzip, decompressed. */
    public static InputStream decompressed(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in;
    }
}
