package dev.nnlang.compiler.program;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that are visible at a place of a generated class: of a class, of a method in it, of a block in that. Each name that is asked for is
 * one that nothing visible has; where a block ends, its names are free again.
 */
public final class NameScope {

    private final Set<String> visible;

    private NameScope(Set<String> visible) {
        this.visible = visible;
    }

    /** The scope of a class: what is visible in it without being declared by what is printed. */
    public static NameScope of(Collection<String> visible) {
        return new NameScope(new HashSet<>(visible));
    }

    /** The scope of something inside: it sees all that is visible here by now. */
    public NameScope inside() {
        return new NameScope(new HashSet<>(visible));
    }

    /** {@code wanted}, with a number behind it if something visible is called that; from now on visible. */
    public String declare(String wanted) {
        String name = wanted;
        for (int i = 2; !visible.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
