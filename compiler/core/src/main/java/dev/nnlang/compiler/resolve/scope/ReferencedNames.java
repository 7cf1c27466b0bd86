package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.ColumnType;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Flow;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.Statement;
import dev.nnlang.compiler.syntax.Syntax;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names that occur in a piece of syntax other than where they are declared. What is never mentioned is unused, however many other mistakes
 * there are.
 */
public final class ReferencedNames {

    private final Set<String> names = new LinkedHashSet<>();

    private ReferencedNames() {}

    public static Set<String> of(Syntax syntax) {
        ReferencedNames mentions = new ReferencedNames();
        mentions.add(syntax);
        return mentions.names;
    }

    public static Set<String> of(Collection<? extends Syntax> parts) {
        ReferencedNames mentions = new ReferencedNames();
        parts.forEach(mentions::add);
        return mentions.names;
    }

    private void add(Syntax syntax) {
        if (syntax instanceof Expression expression) {
            addExpression(expression);
        } else if (syntax instanceof Flow flow) {
            addFlow(flow);
        } else if (syntax instanceof Declaration declaration) {
            addDeclaration(declaration);
        } else if (syntax instanceof DataItem item) {
            addItem(item);
        } else if (syntax instanceof Statement.Let let) {
            add(let.value());
        } else if (syntax instanceof Statement.Chain chain) {
            add(chain.flow());
        } else if (syntax instanceof Argument argument) {
            add(argument.value());
        }
    }

    private void addDeclaration(Declaration declaration) {
        if (declaration instanceof Declaration.Data data) {
            data.items().forEach(this::add);
        } else if (declaration instanceof Declaration.Network network) {
            names.add(network.data().text());
            network.body().forEach(this::add);
        } else if (declaration instanceof Declaration.Train train) {
            train.settings().forEach(this::add);
        } else if (declaration instanceof Declaration.Param param) {
            add(param.value());
        } else if (declaration instanceof Declaration.Block block) {
            block.parameters().forEach(this::addDefault);
            block.body().forEach(this::add);
        } else if (declaration instanceof Declaration.Activation activation) {
            activation.parameters().forEach(this::addDefault);
            add(activation.body());
        } else if (declaration instanceof Declaration.Loss loss) {
            loss.parameters().forEach(this::addDefault);
            add(loss.body());
        }
    }

    private void addDefault(Declaration.Parameter parameter) {
        parameter.defaultValue().ifPresent(this::add);
    }

    private void addItem(DataItem item) {
        if (item instanceof DataItem.Setting setting) {
            setting.values().forEach(this::add);
        } else if (item instanceof DataItem.Columns columns) {
            columns.transforms().forEach(this::add);
            if (columns.type() instanceof ColumnType.Named named) {
                add(named.call());
                named.length().ifPresent(this::add);
            } else if (columns.type() instanceof ColumnType.OneOfRange range) {
                add(range.range());
            }
        }
    }

    private void addFlow(Flow flow) {
        if (flow instanceof Flow.Chain chain) {
            chain.links().forEach(this::add);
        } else if (flow instanceof Flow.Step step) {
            add(step.call());
        } else if (flow instanceof Flow.Branches branches) {
            branches.branches().forEach(this::add);
        } else if (flow instanceof Flow.Repeat repeat) {
            add(repeat.body());
            add(repeat.count());
        } else if (flow instanceof Flow.SideBySide sideBySide) {
            add(sideBySide.body());
            add(sideBySide.count());
        }
    }

    private void addExpression(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            reference.path().stream().map(Name::text).forEach(names::add);
        } else if (expression instanceof Expression.Call call) {
            names.add(call.callee().text());
            call.arguments().forEach(this::add);
        } else if (expression instanceof Expression.Range range) {
            add(range.from());
            add(range.to());
        } else if (expression instanceof Expression.Unary unary) {
            add(unary.operand());
        } else if (expression instanceof Expression.Binary binary) {
            add(binary.left());
            add(binary.right());
        } else if (expression instanceof Expression.Conditional conditional) {
            add(conditional.condition());
            add(conditional.then());
            add(conditional.otherwise());
        }
    }
}
