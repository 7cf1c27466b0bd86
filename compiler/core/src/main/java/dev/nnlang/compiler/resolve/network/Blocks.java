package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.resolve.scope.Arguments;
import dev.nnlang.compiler.resolve.scope.DeclaredSignatures;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.resolve.scope.UnevaluatedArgument;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts a block's layers where it is used. */
final class Blocks {

    private Blocks() {}

    /** What {@code block} makes of {@code input}, with layers of its own for this use. */
    static Value use(Declaration.Block block, Expression.Call call, Value input, Scope caller, LayerBuilder builder) {
        Optional<Scope> inside = bind(block, call, caller);
        if (inside.isEmpty() || !caller.declarations().cycle(block).isEmpty()) {
            return input.broken();
        }
        LayerBuilder layers = builder.inside(call);
        // What was wrong before the block must not hide what is wrong inside.
        Terminals ports = Terminals.ofBlock(block.name().text(), new Value(input.layer(), true));
        Body body = new Body(block.body(), ports, inside.get(), layers);
        body.follow();
        Optional<Value> out = body.reached().stream().findFirst().map(Body.End::value);
        return out.map(value -> input.sound() ? value : value.broken()).orElseGet(input::broken);
    }

    /** What is known inside of the block; empty if the arguments do not fit, which is reported. */
    private static Optional<Scope> bind(Declaration.Block block, Expression.Call call, Scope caller) {
        Signature signature = new DeclaredSignatures(caller.constants()).of(block);
        return Arguments.bind(signature, call, (parameter, written) -> value(written, caller), caller.diagnostics())
                .flatMap(given -> withDefaults(block, call, given, caller));
    }

    /** A default may be computed from the parameters before it. */
    private static Optional<Scope> withDefaults(
            Declaration.Block block, Expression.Call call, Map<String, Object> given, Scope caller) {
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Declaration.Parameter parameter : block.parameters()) {
            String name = parameter.name().text();
            Optional<Object> value = given.containsKey(name)
                    ? Optional.of(given.get(name))
                    : value(parameter.defaultValue().orElseThrow(), caller.inside(Map.copyOf(bound), call.span()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            bound.put(name, value.get());
        }
        return Optional.of(caller.inside(bound, call.span()));
    }

    private static Optional<Object> value(Expression written, Scope scope) {
        Optional<UnevaluatedArgument> handedOn = scope.constants().deferred(written);
        if (handedOn.isPresent() || !scope.constants().evaluates(written)) {
            return Optional.of(handedOn.orElseGet(() -> new UnevaluatedArgument(written, scope)));
        }
        return scope.constants().value(written);
    }
}
