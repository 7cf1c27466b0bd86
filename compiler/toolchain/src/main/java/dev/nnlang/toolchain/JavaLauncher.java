package dev.nnlang.toolchain;

import java.nio.file.Path;

/** The {@code java} of the JDK that runs this program, to start another JVM like it. */
public final class JavaLauncher {

    private JavaLauncher() {}

    /** The path of the executable. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
