package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Expression.Operator;
import dev.nnlang.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A summand of what is written behind {@code loss}: {@code cross_entropy}, {@code 0.5 * cross_entropy(kind, smoothing: 0.1)}.
 *
 * @param call the loss
 * @param weight what stands before it
 */
public record LossTerm(Expression.Call call, Optional<Expression> weight) {

    /** Takes a sum apart, in the order of the text; {@code misplaced} gets what is no summand. */
    public static List<LossTerm> of(Expression written, List<Expression> misplaced) {
        List<LossTerm> terms = new ArrayList<>();
        collect(written, terms, misplaced);
        return terms;
    }

    private static void collect(Expression written, List<LossTerm> terms, List<Expression> misplaced) {
        Expression loss = written;
        Optional<Expression> weight = Optional.empty();
        if (written instanceof Expression.Binary sum && sum.operator() == Operator.ADD) {
            collect(sum.left(), terms, misplaced);
            collect(sum.right(), terms, misplaced);
            return;
        }
        if (written instanceof Expression.Binary product && product.operator() == Operator.MULTIPLY) {
            loss = product.right();
            weight = Optional.of(product.left());
        }
        Optional<Expression.Call> call = Calls.of(loss);
        if (call.isPresent()) {
            terms.add(new LossTerm(call.get(), weight));
        } else {
            misplaced.add(written);
        }
    }

    /** The target that it names: {@code kind}. */
    public Optional<Name> target() {
        return call.arguments().stream()
                .findFirst()
                .filter(argument -> argument.name().isEmpty())
                .flatMap(argument -> Calls.of(argument.value()))
                .filter(value -> !value.parentheses())
                .map(Expression.Call::callee);
    }

    /** The loss with nothing but its options. */
    public Expression.Call withoutTarget() {
        if (target().isEmpty()) {
            return call;
        }
        List<Argument> options = call.arguments().subList(1, call.arguments().size());
        return new Expression.Call(call.callee(), options, !options.isEmpty(), call.span());
    }
}
