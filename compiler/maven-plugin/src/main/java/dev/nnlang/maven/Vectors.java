package dev.nnlang.maven;

import dev.nnlang.compiler.GeneratedFile;
import java.lang.module.ModuleFinder;
import java.util.List;

/** The module of vectors, as far as the JDK that runs Maven has it. */
final class Vectors {

    static final String MODULE = GeneratedFile.VECTORS;

    /** The arguments by which {@code java} and {@code javac} see it. */
    static final List<String> ADDED = List.of("--add-modules", MODULE);

    private Vectors() {}

    static boolean present() {
        return ModuleFinder.ofSystem().find(MODULE).isPresent();
    }
}
