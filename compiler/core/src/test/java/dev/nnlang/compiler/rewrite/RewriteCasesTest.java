package dev.nnlang.compiler.rewrite;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.autodiff.Differentiation;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphVerifier;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.lower.Lowering;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.resolve.Resolver;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each rewrite makes of a small network, for human eyes: {@code rewrites/<Pass>/<case>/before.txt} are the nodes that it changes or drops,
 * {@code after.txt} what it puts in their place. With a {@code train} the graph is the trainer's, else the predictor's.
 */
class RewriteCasesTest {

    private static final String FOLDER = "rewrites";

    static List<Path> cases() {
        return Golden.cases(FOLDER).stream()
                .flatMap(pass -> Golden.list(pass).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsWhatChanges(Path folder) {
        String name = folder.getParent().getFileName().toString();
        String text = Golden.read(folder.resolve("input.nn"));
        Graph before = lowered(text);
        for (Rewrites.Pass pass : Rewrites.passes(!text.contains("train "))) {
            Graph after = pass.change().apply(before);
            GraphVerifier.verify(after);
            if (pass.name().equals(name)) {
                String lost = difference(before, after);
                assertWithMessage("nothing changes").that(lost).isNotEmpty();
                Golden.check(folder.resolve("before.txt"), lost);
                Golden.check(folder.resolve("after.txt"), difference(after, before));
                return;
            }
            before = after;
        }
        throw new AssertionError("no pass " + name);
    }

    @Test
    void thereIsACaseOfEachPass() {
        List<String> shown = Golden.cases(FOLDER).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();

        assertThat(shown)
                .containsExactlyElementsIn(
                        Rewrites.passes(true).stream().map(Rewrites.Pass::name).toList());
    }

    private static Graph lowered(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Network network = Stream.of(Parser.parse(new SourceFile("input.nn", text), diagnostics))
                .flatMap(
                        unit -> Resolver.resolve(
                                unit, Parser.parse(StandardLibrary.source(), diagnostics), Map.of(), diagnostics)
                                .stream())
                .flatMap(model -> model.networks().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        NetworkGraph graph =
                Lowering.lower(network, network.training(), diagnostics).orElseThrow();
        return graph.training().isPresent()
                ? Differentiation.differentiate(SpecializeMode.forTraining(graph), false)
                        .graph()
                : SpecializeMode.forPrediction(graph).graph();
    }

    /** The nodes of one graph that the other has not, a line each. */
    private static String difference(Graph one, Graph other) {
        List<String> others = other.nodes().stream().map(Node::toString).toList();
        return one.nodes().stream()
                .map(Node::toString)
                .filter(line -> !others.contains(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
