package dev.nnlang.toolchain;

import dev.nnlang.compiler.GeneratedFile;
import java.lang.module.ModuleFinder;
import java.util.List;

/** The JDK's module of vectors, which only those see who ask for it on the command line of their JVM. */
public final class VectorModule {

    public static final String NAME = GeneratedFile.VECTORS;

    /** The arguments by which {@code java} and {@code javac} see it. */
    public static final List<String> ARGUMENTS = List.of("--add-modules", NAME);

    private VectorModule() {}

    /** Whether this JVM has asked for it. */
    public static boolean visible() {
        return ModuleLayer.boot().findModule(NAME).isPresent();
    }

    /** Whether this JVM could have asked for it. */
    public static boolean present() {
        return ModuleFinder.ofSystem().find(NAME).isPresent();
    }
}
