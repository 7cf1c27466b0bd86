package dev.nnlang.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;

/**
 * Writes a file wholly or not at all. It is written beside its place, forced to the disk, then moved there: a reader, or a machine that comes back
 * after a power cut, sees the old file or the whole new one. Several threads and processes may write the same file: each has a draft of its own, and
 * the last one that is moved stays.
 */
final class DurableFile {

    private static final String DRAFT = ".tmp";

    /** Nobody writes for so long: a draft that is older was left by a process that was killed. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private DurableFile() {}

    /**
     * Writes {@code bytes}, and makes the folders that are missing. A symbolic link stays one: what it points to is replaced.
     *
     * @throws IOException if the file cannot be written; the old one is as it was then, and no draft is left
     */
    static void write(Path file, byte[] bytes) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = place.getParent();
        Files.createDirectories(folder);
        String prefix = "." + place.getFileName() + ".";
        removeAbandoned(folder, prefix);
        Path draft = folder.resolve(prefix + UUID.randomUUID() + DRAFT);
        try {
            force(draft, bytes);
            move(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
        force(folder);
    }

    private static void force(Path draft, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** So that the new name is on the disk too. Windows opens no folders, and keeps names without being asked. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is whole, whichever name is found after a power cut.
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeAbandoned(Path folder, String prefix) throws IOException {
        long limit = System.currentTimeMillis() - ABANDONED.toMillis();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                String name = each.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(DRAFT) && isOlder(each, limit)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** The draft of another thread may be moved to its place at any moment. */
    private static boolean isOlder(Path draft, long limit) {
        long modified = draft.toFile().lastModified();
        return modified != 0 && modified < limit;
    }
}
