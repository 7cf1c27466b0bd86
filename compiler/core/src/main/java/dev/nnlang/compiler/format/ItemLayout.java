package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.ColumnType;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes columns and settings. The values of neighbouring settings stand below each other. */
final class ItemLayout<T extends DataItem> {

    private static final int ROLE = "target ".length();

    private final LineWriter page;
    private final Map<T, Integer> nameWidths;

    ItemLayout(LineWriter page, List<CommentedItems.Entry<T>> entries) {
        this.page = page;
        this.nameWidths = Alignment.widths(entries, ItemLayout::nameWidth);
    }

    /** Comments inside an item all move behind it. */
    static <T extends DataItem> CommentedItems.Reach<T> reach() {
        return new CommentedItems.Reach<>(
                item -> item.span().start(), item -> item.span().start());
    }

    void write(T item) {
        if (item instanceof DataItem.Columns columns) {
            write(columns);
        } else if (item instanceof DataItem.Setting setting) {
            page.write(Alignment.pad(setting.name().text() + ":", nameWidths.get(item) + 1));
            Fragments pieces = new Fragments();
            separated(setting.values(), pieces, value -> ExpressionText.write(value, pieces));
            page.fill(pieces.list(), page.column());
        }
    }

    private static OptionalInt nameWidth(DataItem item) {
        return item instanceof DataItem.Setting setting
                ? OptionalInt.of(setting.name().text().length() + 1)
                : OptionalInt.empty();
    }

    private void write(DataItem.Columns columns) {
        page.write(Alignment.pad(columns.role().name().toLowerCase(Locale.ROOT), ROLE));
        Fragments pieces = new Fragments();
        separated(columns.names(), pieces, column -> named(column.name(), column.header(), pieces));
        pieces.write(":").gap();
        type(columns.type(), pieces);
        for (Expression.Call transform : columns.transforms()) {
            pieces.gap().write("-> ");
            ExpressionText.write(transform, pieces);
        }
        page.fill(pieces.list(), page.column());
    }

    private static void type(ColumnType type, Fragments pieces) {
        if (type instanceof ColumnType.Named named) {
            ExpressionText.write(named.call(), pieces);
            named.length().ifPresent(length -> {
                pieces.write("[");
                ExpressionText.write(length, pieces);
                pieces.write("]");
            });
            return;
        }
        pieces.write("one of").gap();
        if (type instanceof ColumnType.OneOfRange range) {
            ExpressionText.write(range.range(), pieces);
        } else if (type instanceof ColumnType.OneOf choice) {
            separated(choice.values(), pieces, value -> named(value.name(), value.written(), pieces));
        }
    }

    private static void named(Name name, Optional<Expression.Text> quoted, Fragments pieces) {
        pieces.write(name.text());
        quoted.ifPresent(text -> pieces.gap().write(ExpressionText.quoted(text)));
    }

    private static <E> void separated(List<E> elements, Fragments pieces, Consumer<E> writer) {
        for (Iterator<E> rest = elements.iterator(); rest.hasNext(); ) {
            writer.accept(rest.next());
            if (rest.hasNext()) {
                pieces.write(",").gap();
            }
        }
    }
}
