package it;

/** A test's class that uses what was generated for the tests. */
final class Uses {
    static final Class<?> GENERATED = IrisTrainer.class;
}
