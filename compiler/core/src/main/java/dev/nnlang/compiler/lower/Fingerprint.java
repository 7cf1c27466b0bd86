package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Network;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells a network from every other whose weights would not fit it: its ops, shapes, columns, labels and preprocessing. How it is trained,
 * where its data lie and what its source looks like do not matter.
 */
public final class Fingerprint {

    private static final int BYTES = 8;

    private Fingerprint() {}

    /** 16 hexadecimal digits. */
    public static String of(Network network, NetworkGraph predictor) {
        String nodes = predictor.graph().nodes().stream()
                .map(node -> node.value() + " = " + identity(node.op()))
                .collect(Collectors.joining("\n"));
        String columns = Stream.concat(network.data().inputs().stream(), network.targets().stream())
                .map(Fingerprint::column)
                .collect(Collectors.joining("\n"));
        return hash(nodes + "\n" + columns + outputs(network));
    }

    /** Of several outputs, which belongs to which target. */
    private static String outputs(Network network) {
        return network.outputs().size() == 1
                ? ""
                : network.outputs().stream()
                        .map(output -> "\n" + output.target().name() + " <- "
                                + output.layer().name())
                        .collect(Collectors.joining());
    }

    /** How a weight starts does not tell whether another fits in its place. */
    private static String identity(Op op) {
        return op instanceof Weight weight ? weight.name() : op.toString();
    }

    private static String column(Column column) {
        String transforms = column.transforms().stream().map(Invocation::name).collect(Collectors.joining(" -> "));
        return column.name() + ": " + column.kind() + " -> " + transforms;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
