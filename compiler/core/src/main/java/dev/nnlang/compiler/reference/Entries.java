package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Definition;
import java.util.List;
import java.util.stream.Stream;

/** All that can be used, in the order of the table; what the library declares behind its kind of rows. */
public final class Entries {

    private final List<Entry> entries;

    private Entries(List<Entry> entries) {
        this.entries = entries;
    }

    /** @param library what {@code std.nn} declares */
    public static Entries of(List<Definition> library) {
        Stream<Entry> table =
                Signatures.all().stream().filter(Signature::supported).map(Entry::of);
        return new Entries(Stream.concat(table, library.stream().map(Entry::of)).toList());
    }

    /** Every name, once; some stand for several things. */
    public List<String> names() {
        return entries.stream().map(Entry::name).distinct().sorted().toList();
    }

    List<Entry> of(Category category) {
        return entries.stream()
                .filter(entry -> entry.signature().category() == category)
                .toList();
    }

    List<Entry> named(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).toList();
    }
}
