package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.syntax.ColumnType;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.grammar.NnLexer;
import dev.nnlang.grammar.NnParser;
import dev.nnlang.grammar.NnParserBaseVisitor;
import java.util.List;
import java.util.Optional;

/** Reads columns and settings. */
final class ItemReader extends NnParserBaseVisitor<DataItem> {

    private final ExpressionReader expressions;
    private final Docs docs;

    ItemReader(ExpressionReader expressions, Docs docs) {
        this.expressions = expressions;
        this.docs = docs;
    }

    List<DataItem> read(NnParser.DataBodyContext body) {
        return ParseTreeCheck.soundOnes(body.items).stream()
                .map(item -> item.accept(this))
                .toList();
    }

    List<DataItem.Setting> read(NnParser.TrainBodyContext body) {
        return ParseTreeCheck.soundOnes(body.settings).stream()
                .map(this::visitSetting)
                .toList();
    }

    @Override
    public DataItem visitColumns(NnParser.ColumnsContext columns) {
        return new DataItem.Columns(
                docs.take(columns),
                columns.role.getType() == NnLexer.INPUT ? DataItem.Role.INPUT : DataItem.Role.TARGET,
                columns.columns.stream().map(this::column).toList(),
                type(columns.columnType()),
                columns.transforms.stream()
                        .map(transform -> expressions.visitCall(transform.call()))
                        .toList(),
                expressions.span(columns));
    }

    @Override
    public DataItem.Setting visitSetting(NnParser.SettingContext setting) {
        List<Expression> values = setting.values.stream().map(expressions::read).toList();
        return new DataItem.Setting(
                docs.take(setting), expressions.name(setting.plainName()), values, expressions.span(setting));
    }

    private DataItem.ColumnName column(NnParser.ColumnContext column) {
        return new DataItem.ColumnName(expressions.name(column.name()), expressions.text(column.header));
    }

    private ColumnType type(NnParser.ColumnTypeContext tree) {
        if (tree instanceof NnParser.NamedTypeContext named) {
            Expression.Call call = expressions.call(named.plainName(), named.arguments());
            return new ColumnType.Named(
                    call, Optional.ofNullable(named.length).map(expressions::read), expressions.span(named));
        }
        NnParser.CategoriesContext categories = ((NnParser.OneOfContext) tree).categories();
        if (categories instanceof NnParser.CategoryRangeContext range) {
            return new ColumnType.OneOfRange(expressions.visitCategoryRange(range), expressions.span(tree));
        }
        NnParser.CategoryListContext list = (NnParser.CategoryListContext) categories;
        return new ColumnType.OneOf(list.items.stream().map(this::category).toList(), expressions.span(tree));
    }

    private ColumnType.Value category(NnParser.CategoryContext category) {
        return new ColumnType.Value(expressions.name(category.name()), expressions.text(category.written));
    }
}
