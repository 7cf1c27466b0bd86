package dev.nnlang.compiler.graph;

/**
 * A tensor that an op makes.
 *
 * @param id unique in its graph; values are made in the order of their ids
 * @param name for people and for generated code: {@code tanh1}, {@code dense1Weight}, {@code dTanh1}
 * @param element what it holds
 */
public record Value(int id, String name, Shape shape, Element element) {

    /** What a tensor holds. */
    public enum Element {
        /** Floating-point numbers of the emission's type. */
        REAL,
        /** Class labels, counted from 0. */
        LABEL
    }

    @Override
    public String toString() {
        return name + shape;
    }
}
