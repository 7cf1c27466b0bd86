package dev.nnlang.compiler.reference;

/**
 * Something to know of an entry.
 *
 * @param notation whether {@code text} is in the language's notation; otherwise it is in words
 */
record Fact(String label, String text, boolean notation) {

    static Fact words(String label, String text) {
        return new Fact(label, text, false);
    }

    static Fact notation(String label, String text) {
        return new Fact(label, text, true);
    }
}
