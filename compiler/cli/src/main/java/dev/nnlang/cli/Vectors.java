package dev.nnlang.cli;

import dev.nnlang.compiler.GeneratedFile;
import java.lang.module.ModuleFinder;
import java.util.List;

/** The JDK's module of vectors, which only those see who ask for it on the command line of their JVM. */
final class Vectors {

    /** The arguments by which {@code java} and {@code javac} see it. */
    static final List<String> ADDED = List.of("--add-modules", GeneratedFile.VECTORS);

    private Vectors() {}

    /** Whether this JVM has asked for it. */
    static boolean visible() {
        return ModuleLayer.boot().findModule(GeneratedFile.VECTORS).isPresent();
    }

    /** Whether this JVM could have asked for it. */
    static boolean present() {
        return ModuleFinder.ofSystem().find(GeneratedFile.VECTORS).isPresent();
    }
}
