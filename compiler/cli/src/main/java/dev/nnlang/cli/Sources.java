package dev.nnlang.cli;

import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.toolchain.SourceText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads {@code .nn} files. */
final class Sources {

    private Sources() {}

    /** The file, called in messages what the user called it. */
    static SourceFile asTyped(Path path) {
        return new SourceFile(path.toString(), text(path));
    }

    /** The file, called by its bare name: what is generated must not depend on where it lies. */
    static SourceFile asGenerated(Path path) {
        return new SourceFile(path.getFileName().toString(), text(path));
    }

    private static String text(Path path) {
        try {
            return SourceText.read(path);
        } catch (NoSuchFileException e) {
            throw new UserError("there is no file " + path);
        } catch (CharacterCodingException e) {
            throw new UserError(path + " is not text in UTF-8");
        } catch (IOException e) {
            throw new UserError(Files.isDirectory(path) ? path + " is a directory" : "cannot read " + path);
        }
    }
}
