package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.grammar.NnParser;
import dev.nnlang.grammar.NnParserBaseVisitor;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads declarations. */
final class DeclarationReader extends NnParserBaseVisitor<Declaration> {

    private final ExpressionReader expressions;
    private final ItemReader items;
    private final FlowReader flows;
    private final Docs docs;

    DeclarationReader(ExpressionReader expressions, Docs docs) {
        this.expressions = expressions;
        this.items = new ItemReader(expressions, docs);
        this.flows = new FlowReader(expressions, docs);
        this.docs = docs;
    }

    /** The declaration, unless a syntax error hides what it declares; what is wrong inside its braces is left out. */
    Optional<Declaration> read(NnParser.DeclarationContext tree) {
        boolean sound = tree.exception == null
                && tree.children.stream().allMatch(part -> isBody(part) || ParseTreeCheck.isSound(part));
        return sound ? Optional.of(tree.accept(this)) : Optional.empty();
    }

    private static boolean isBody(Object part) {
        return part instanceof NnParser.DataBodyContext
                || part instanceof NnParser.TrainBodyContext
                || part instanceof NnParser.FlowBodyContext;
    }

    @Override
    public Declaration visitData(NnParser.DataContext data) {
        return new Declaration.Data(
                docs.take(data), expressions.name(data.name()), items.read(data.dataBody()), expressions.span(data));
    }

    @Override
    public Declaration visitNetwork(NnParser.NetworkContext network) {
        return new Declaration.Network(
                docs.take(network),
                expressions.name(network.networkTitle().network),
                expressions.name(network.networkTitle().rows),
                flows.read(network.flowBody()),
                expressions.span(network));
    }

    @Override
    public Declaration visitTrain(NnParser.TrainContext train) {
        return new Declaration.Train(
                docs.take(train),
                expressions.name(train.name()),
                items.read(train.trainBody()),
                expressions.span(train));
    }

    @Override
    public Declaration visitBlock(NnParser.BlockContext block) {
        return new Declaration.Block(
                docs.take(block),
                expressions.name(block.blockTitle().name()),
                parameters(block.blockTitle().parameters()),
                flows.read(block.flowBody()),
                expressions.span(block));
    }

    @Override
    public Declaration visitActivation(NnParser.ActivationContext activation) {
        return new Declaration.Activation(
                docs.take(activation),
                expressions.name(activation.name(0)),
                expressions.name(activation.input),
                parameters(activation.parameters()),
                expressions.read(activation.formula()),
                expressions.span(activation));
    }

    @Override
    public Declaration visitLoss(NnParser.LossContext loss) {
        return new Declaration.Loss(
                docs.take(loss),
                expressions.name(loss.name(0)),
                expressions.name(loss.output),
                expressions.name(loss.expected),
                parameters(loss.parameters()),
                expressions.read(loss.formula()),
                expressions.span(loss));
    }

    @Override
    public Declaration visitParam(NnParser.ParamContext param) {
        return new Declaration.Param(
                docs.take(param),
                expressions.name(param.name()),
                expressions.read(param.formula()),
                expressions.span(param));
    }

    private List<Declaration.Parameter> parameters(NnParser.ParametersContext parameters) {
        return parameters == null
                ? List.of()
                : parameters.items.stream().map(this::parameter).toList();
    }

    private Declaration.Parameter parameter(NnParser.ParameterContext tree) {
        if (tree instanceof NnParser.LearnedContext learned) {
            return parameter(true, learned.name(0), learned.formula(), learned.owner, learned);
        }
        NnParser.GivenContext given = (NnParser.GivenContext) tree;
        return parameter(false, given.name(), given.formula(), null, given);
    }

    private Declaration.Parameter parameter(
            boolean learn,
            NnParser.NameContext name,
            NnParser.FormulaContext value,
            NnParser.NameContext owner,
            ParserRuleContext whole) {
        Optional<Expression> defaultValue = Optional.ofNullable(value).map(expressions::read);
        Optional<Name> per = Optional.ofNullable(owner).map(expressions::name);
        return new Declaration.Parameter(learn, expressions.name(name), defaultValue, per, expressions.span(whole));
    }
}
