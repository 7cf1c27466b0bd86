package dev.nnlang.cli;

import java.lang.reflect.InvocationTargetException;

/** A use of generated code, which is only known by name. */
interface Reflection<T> {

    T call() throws ReflectiveOperationException;

    /**
     * Makes the use. What the generated code throws passes as it is; that a name is missing would be our bug.
     *
     * @param <T> what it gives
     */
    static <T> T of(Reflection<T> use) {
        try {
            return use.call();
        } catch (InvocationTargetException e) {
            throw Reflection.<RuntimeException>asItIs(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated classes are not what was expected", e);
        }
    }

    /** Throws a checked exception where none is declared: javac cannot know what the generated code declares. */
    @SuppressWarnings("unchecked") // the cast is erased, and that is the point
    private static <E extends Throwable> E asItIs(Throwable exception) throws E {
        throw (E) exception;
    }
}
