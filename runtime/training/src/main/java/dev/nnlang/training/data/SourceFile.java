package dev.nnlang.training.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
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

    /** What reads it. */
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** Opens, reads and closes; every way in which that can fail becomes a {@link DataException}. */
    <T> T read(Reading<T> reading) throws DataException {
        try (InputStream in = decompressed(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            return reading.read(in);
        } catch (DataException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw problem("there is no such file; put it there, or say where it is with source=PATH", e);
        } catch (EOFException | ZipException e) {
            throw problem("expected a whole gzip file, but it is cut short or damaged; fetch it anew", e);
        } catch (CharacterCodingException e) {
            throw problem("expected text in UTF-8, but found other bytes; save it as UTF-8", e);
        } catch (IOException e) {
            throw problem("the file cannot be read: " + e.getMessage(), e);
        }
    }

    DataException problem(String message, Throwable cause) {
        return new DataException(path + ": " + message, cause);
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
