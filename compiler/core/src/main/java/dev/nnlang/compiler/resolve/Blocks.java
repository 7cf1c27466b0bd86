package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts a block's layers where it is used. */
final class Blocks {

    private Blocks() {}

    /** What {@code block} makes of {@code input}, with layers of its own for this use. */
    static Value use(
            Declaration.Block block, Expression.Call call, Value input, Services caller, LayerBuilder builder) {
        Optional<Services> inside = bind(block, call, caller);
        if (inside.isEmpty() || !caller.declarations().cycle(block).isEmpty()) {
            return input.broken();
        }
        LayerBuilder layers = builder.inside(call);
        // What was wrong before the block must not hide what is wrong inside.
        Ports ports = Ports.ofBlock(block.name().text(), new Value(input.layer(), true));
        Body body = new Body(block.body(), ports, inside.get(), layers);
        body.follow();
        Optional<Value> out = body.reached().stream().findFirst().map(Body.End::value);
        return out.map(value -> input.sound() ? value : value.broken()).orElseGet(input::broken);
    }

    /** What is known inside of the block; empty if the arguments do not fit, which is reported. */
    private static Optional<Services> bind(Declaration.Block block, Expression.Call call, Services caller) {
        Signature signature = new DeclaredSignatures(caller.constants()).of(block);
        return Arguments.bind(signature, call, (parameter, written) -> value(written, caller), caller.diagnostics())
                .flatMap(given -> withDefaults(block, call, given, caller));
    }

    /** A default may be computed from the parameters before it. */
    private static Optional<Services> withDefaults(
            Declaration.Block block, Expression.Call call, Map<String, Object> given, Services caller) {
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

    private static Optional<Object> value(Expression written, Services scope) {
        Optional<Deferred> handedOn = scope.constants().deferred(written);
        if (handedOn.isPresent() || !scope.constants().evaluates(written)) {
            return Optional.of(handedOn.orElseGet(() -> new Deferred(written, scope)));
        }
        return scope.constants().value(written);
    }
}
