package dev.nnlang.compiler.program;

/** What is known, when compiling, of the vectors that a program will run with. */
public final class Lanes {

    /** Loops of fewer turns hold no vector, or little more. */
    public static final int FEWEST = 8;

    /** The most floats that a vector has today; a length that is a multiple of it leaves no rest. */
    public static final int MOST = 16;

    private Lanes() {}
}
