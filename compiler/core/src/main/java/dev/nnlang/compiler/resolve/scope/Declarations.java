package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.SourceUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file and the standard library declare, by name. A {@code train} has no name of its own. */
public final class Declarations {

    private final SourceUnit file;
    private final Map<String, Declaration> own = new LinkedHashMap<>();
    private final Map<String, Declaration> library = new LinkedHashMap<>();
    private final Map<String, List<String>> cycles = new HashMap<>();

    public Declarations(SourceUnit file, SourceUnit standardLibrary, Diagnostics diagnostics) {
        this.file = file;
        standardLibrary
                .declarations()
                .forEach(declaration -> library.put(declaration.name().text(), declaration));
        for (Declaration declaration : file.declarations()) {
            if (!(declaration instanceof Declaration.Train)) {
                add(declaration, diagnostics);
            }
        }
    }

    private void add(Declaration declaration, Diagnostics diagnostics) {
        Name name = declaration.name();
        Optional<String> owner = owner(declaration);
        if (owner.isPresent()) {
            diagnostics.report(DiagnosticKind.TAKEN_NAME, name.span(), name.text(), owner.get());
            return;
        }
        Declaration earlier = own.putIfAbsent(name.text(), declaration);
        if (earlier != null) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_NAME, name.span(), name.text())
                    .withSecondary(earlier.name().span(), "first declared here")
                    .withHelp("choose another name, or remove one of them"));
        }
    }

    /** What already has the name of {@code declaration}, where both could be meant. */
    private Optional<String> owner(Declaration declaration) {
        String name = declaration.name().text();
        if (declaration instanceof Declaration.Param && name.equals(Constants.CLASSES)) {
            return Optional.of("the number of values of a target");
        }
        boolean isLayer = declaration instanceof Declaration.Activation || declaration instanceof Declaration.Block;
        if (isLayer && Functions.isFunction(name)) {
            return Optional.of("a function of formulas");
        }
        if (isLayer) {
            return layerOwner(name);
        }
        boolean isLibraryLoss =
                Signatures.find(Category.LOSS, name).isPresent() || library.get(name) instanceof Declaration.Loss;
        return declaration instanceof Declaration.Loss && isLibraryLoss
                ? Optional.of("a loss of the library")
                : Optional.empty();
    }

    /** Which layer, activation or block of the library is called {@code name}. */
    public Optional<String> layerOwner(String name) {
        if (Signatures.find(Category.LAYER, name).isPresent() || LayerResolver.isMerge(name)) {
            return Optional.of("a layer of the library");
        }
        Declaration declared = library.get(name);
        if (declared instanceof Declaration.Activation) {
            return Optional.of("an activation of the library");
        }
        return declared instanceof Declaration.Block ? Optional.of("a block of the library") : Optional.empty();
    }

    /** Every declaration of the file of one kind, repeated ones too. */
    public <T extends Declaration> List<T> all(Class<T> kind) {
        return file.declarations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Whether a declaration can be referred to, because its name is its alone. */
    public boolean isValid(Declaration declaration) {
        return own.get(declaration.name().text()) == declaration;
    }

    /** The declaration of that kind with that name, the file's or the library's. */
    public <T extends Declaration> Optional<T> find(Class<T> kind, String name) {
        return Stream.of(own.get(name), library.get(name))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** The names of all declarations of that kind, the file's first. */
    public <T extends Declaration> List<String> names(Class<T> kind) {
        return Stream.concat(own.values().stream(), library.values().stream())
                .filter(kind::isInstance)
                .map(declaration -> declaration.name().text())
                .toList();
    }

    /** The blocks by which {@code block} uses itself, itself first; empty if it does not. */
    public List<String> cycle(Declaration.Block block) {
        String name = block.name().text();
        return cycles.computeIfAbsent(name, key -> path(block, name, new HashSet<>()));
    }

    private List<String> path(Declaration.Block from, String to, Set<String> passed) {
        passed.add(from.name().text());
        for (String name : ReferencedNames.of(from)) {
            List<String> rest = List.of();
            if (!name.equals(to) && !passed.contains(name)) {
                rest = find(Declaration.Block.class, name)
                        .map(next -> path(next, to, passed))
                        .orElse(List.of());
            }
            if (name.equals(to) || !rest.isEmpty()) {
                return Lists.concat(List.of(from.name().text()), rest);
            }
        }
        return List.of();
    }
}
