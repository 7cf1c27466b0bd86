package dev.nnlang.maven;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.diagnostic.Severity;
import dev.nnlang.compiler.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;

/** Compiles all files of some folders: shows what there is to say of every one, then fails once if any has errors. */
final class Compilations {

    private Compilations() {}

    /** By source file, in the order of their names. */
    static Map<SourceFile, Compilation> of(SourceTree sources, Options options, Report report)
            throws IOException, MojoFailureException {
        return of(List.of(sources), options, report).get(0);
    }

    /** The same for each of {@code trees}. */
    static List<Map<SourceFile, Compilation>> of(List<SourceTree> trees, Options options, Report report)
            throws IOException, MojoFailureException {
        List<Map<SourceFile, Compilation>> all = new ArrayList<>();
        for (SourceTree tree : trees) {
            all.add(compile(tree, options, report));
        }
        refuseErrors(all);
        for (Map<SourceFile, Compilation> compilations : all) {
            refuseTwins(compilations);
        }
        return all;
    }

    private static Map<SourceFile, Compilation> compile(SourceTree tree, Options options, Report report)
            throws IOException {
        Map<SourceFile, Compilation> compilations = new LinkedHashMap<>();
        for (SourceFile file : tree.files()) {
            Compilation compilation = Compiler.compile(file, options);
            report.show(tree.path(file), compilation.diagnostics());
            compilations.put(file, compilation);
        }
        return compilations;
    }

    private static void refuseErrors(List<Map<SourceFile, Compilation>> all) throws MojoFailureException {
        long errors = all.stream()
                .flatMap(compilations -> compilations.values().stream())
                .flatMap(compilation -> compilation.diagnostics().stream())
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
        if (errors > 0) {
            throw new MojoFailureException(errors + (errors == 1 ? " error" : " errors") + " in .nn files");
        }
    }

    /** Files do not see one another, so only here can it show that two of them declare the same name. */
    private static void refuseTwins(Map<SourceFile, Compilation> compilations) throws MojoFailureException {
        Map<String, String> makers = new TreeMap<>();
        for (Map.Entry<SourceFile, Compilation> entry : compilations.entrySet()) {
            for (GeneratedFile file : entry.getValue().files()) {
                String name = entry.getKey().name();
                String other = makers.put(file.path(), name);
                if (other != null) {
                    throw new MojoFailureException(other + " and " + name + " both become " + file.path()
                            + ": rename one declaration, or give the files different packages");
                }
            }
        }
    }
}
