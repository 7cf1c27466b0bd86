package it;

/** Compiles only if the generated sources are seen, which must also be so when nothing had to be generated. */
final class Uses {
    static final Class<?> GENERATED = Iris.class;
}
