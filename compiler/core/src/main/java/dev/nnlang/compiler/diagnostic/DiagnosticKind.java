package dev.nnlang.compiler.diagnostic;

import static dev.nnlang.compiler.diagnostic.Severity.ERROR;
import static dev.nnlang.compiler.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/** Every kind of diagnostic: its code (the constant's name in kebab case), severity, wording and standing help. */
public enum DiagnosticKind {
    // words
    UNCLOSED_STRING(ERROR, "a string must end on the line where it begins", "close it with `\""),
    SINGLE_QUOTED_STRING(ERROR, "a string stands in double quotes", "write `\"` in place of `'`"),
    UNKNOWN_ESCAPE(
            ERROR, "`\\%s` means nothing in a string", "a backslash is written `\\\\`, a quote `\\\"`, a tab `\\t`"),
    UNKNOWN_CHARACTER(ERROR, "`%s` has no meaning here"),
    MALFORMED_NAME(ERROR, "`%s` is no name", "names are made of the letters a to z and A to Z, digits and `_`"),
    MALFORMED_NUMBER(ERROR, "`%s` is no number", "numbers look like 3, 0.5, 5e-4, 70%, 28x28, 500ms, 10s, 30min or 2h"),
    NUMBER_TOO_LARGE(ERROR, "`%s` is too large: the largest number here is %s", "write a smaller number"),

    MANY_MORE(ERROR, "here and below are %,d more mistakes", "mend those above first: many may be the same"),

    // syntax
    UNEXPECTED_TOKEN(ERROR, "expected %s, but found %s"),
    RESERVED_WORD(ERROR, "`%s` is a word of the language and cannot be a name", "choose another name"),
    UNCLOSED_PARENTHESIS(ERROR, "this `(` is never closed: expected `)`, but found %s", "close it with `)`"),
    UNCLOSED_BRACE(ERROR, "this `{` is never closed: expected `}`, but found %s", "close it with `}`"),
    STRAY_BRACE(ERROR, "this `}` closes nothing", "remove it, or look for a `}` too many above"),
    UNKNOWN_DECLARATION(
            ERROR,
            "expected a declaration, but found %s",
            "a declaration begins with data, network, train, block, activation, loss or param"),
    NESTED_TOO_DEEPLY(ERROR, "this is nested more than %s levels deep", "give a part of it a name of its own"),
    DANGLING_DOC(
            ERROR,
            "this `///` comment documents nothing",
            "it belongs on a line of its own, right before what it documents; other comments begin with `//`"),

    // the rest of the language
    NOT_SUPPORTED_YET(ERROR, "%s is not supported yet", "it is part of the language, but this compiler only reads it"),

    // names that nothing has
    UNKNOWN_LAYER(ERROR, "there is no layer, block or activation called `%s`"),
    UNKNOWN_VALUE(ERROR, "there is no value called `%s`"),
    UNKNOWN_TARGET(ERROR, "there is no %s called `%s`"),
    UNKNOWN_DATA(ERROR, "there is no data called `%s`"),
    UNKNOWN_NETWORK(ERROR, "there is no network called `%s`"),
    UNKNOWN_SETTING(ERROR, "`%s` is no setting of %s"),
    UNKNOWN_ARGUMENT(ERROR, "`%s` takes no `%s`"),
    UNKNOWN_NAME(ERROR, "there is nothing called `%s` here"),
    UNKNOWN_FUNCTION(ERROR, "there is no function or activation called `%s`"),
    UNKNOWN_CONDITION(ERROR, "there is no condition called `%s`"),
    UNKNOWN_LOSS(ERROR, "there is no loss called `%s`"),
    UNKNOWN_OPTIMIZER(ERROR, "there is no optimizer called `%s`"),
    UNKNOWN_SCHEDULE(ERROR, "there is no schedule called `%s`"),
    UNKNOWN_REGULARIZER(ERROR, "there is no regularizer called `%s`"),
    UNKNOWN_CLIP(ERROR, "there is no way to clip called `%s`"),
    UNKNOWN_INITIALIZER(ERROR, "there is no initialiser called `%s`"),
    UNKNOWN_TRANSFORM(ERROR, "there is no transform called `%s`"),
    UNKNOWN_SOURCE(ERROR, "there is no source called `%s`"),
    UNKNOWN_SPLIT(ERROR, "there is no split called `%s`"),
    UNKNOWN_AUGMENTATION(ERROR, "there is no augmentation called `%s`"),
    UNKNOWN_COLUMN_TYPE(ERROR, "there is no column type called `%s`"),
    UNKNOWN_METRIC(ERROR, "there is no metric called `%s`"),
    UNKNOWN_CLASS(ERROR, "`%s` has no value called `%s`"),
    UNKNOWN_PARAM(ERROR, "a value was given for `%s`, but there is no such param"),
    UNKNOWN_OWNER(ERROR, "`%s` is nothing that can have a trained parameter of its own", "write `per channel`"),

    // names that are there twice, or may not be used
    REPEATED_NAME(ERROR, "`%s` is declared twice"),
    REPEATED_SETTING(ERROR, "`%s` is set twice"),
    REPEATED_ARGUMENT(ERROR, "`%s` is given twice"),
    REPEATED_TRANSFORM(ERROR, "`%s` is applied twice", "once is enough: remove one of them"),
    REPEATED_HEADER(ERROR, "two columns of the file are called \"%s\""),
    IGNORED_TWICE(ERROR, "\"%s\" is ignored here, but it is %s already"),
    REPEATED_TARGET(ERROR, "two chains end in `%s`"),
    TRAINED_TWICE(ERROR, "`%s` is trained twice"),
    TAKEN_NAME(ERROR, "`%s` is already the name of %s", "choose another name"),
    JAVA_WORD(ERROR, "`%s` is %s, so %s cannot be called that", "choose another name"),
    JAVA_CLASH(ERROR, "%s and %s would both be called `%s` in Java", "rename one of them"),

    // what is declared, but never used
    UNUSED_DECLARATION(WARNING, "%s `%s` is never used"),
    UNUSED_COLUMN(WARNING, "the column `%s` is never used"),
    UNUSED_VALUE(WARNING, "the value `%s` is never used"),
    UNUSED_PARAMETER(WARNING, "`%s` does not occur in the %s", "use it, or remove it"),
    UNUSED_HEADER(ERROR, "the header \"%s\" is never looked at", "without a header line, columns go by their order"),
    NO_NETWORK(ERROR, "this file declares no network", "a network reads `network Iris for Flower { … }`"),

    // arguments
    MISSING_ARGUMENT(ERROR, "`%s` needs %s"),
    SURPLUS_ARGUMENT(ERROR, "`%s` has no place for this value"),
    UNNAMED_ARGUMENT(ERROR, "this value of `%s` needs its name"),
    UNNAMED_AFTER_NAMED(ERROR, "a value without a name stands behind one with a name"),
    NAMED_BY_EQUALS(ERROR, "the name of an argument is followed by `:`, not by `=`"),
    EMPTY_PARENTHESES(ERROR, "nothing stands between the parentheses of `%s`", "leave the parentheses out"),
    WRONG_TYPE(ERROR, "%s must be %s, but this is %s"),
    OUT_OF_RANGE(ERROR, "%s must be %s, but this is %s"),
    NOT_WHOLE(ERROR, "%s must come out whole, but this is %s"),
    WRONG_COMBINATION(ERROR, "%s"),
    DIVISION_BY_ZERO(ERROR, "this divides by zero"),

    // data
    MISSING_COLUMN(ERROR, "`%s` has no %s"),
    TRANSFORM_DOES_NOT_FIT(ERROR, "`%s` is for numbers, but `%s` holds %s"),
    IMPUTE_NOT_FIRST(
            ERROR,
            "`impute` must come first, but stands behind `%s`",
            "what stands before it would have to compute with missing values"),
    IMPUTED_TARGET(ERROR, "`%s` is a target, and nothing can be learned from a value that was put in"),
    TEXT_COLUMN(ERROR, "`%s` holds texts, and a network %s numbers"),
    SOURCE_DOES_NOT_FIT(ERROR, "`%s` reads %s, but `%s` %s"),
    SINGLE_VALUE(ERROR, "`%s` takes one value, but here are %d"),
    REPEATED_LABEL(ERROR, "the value %s is listed twice"),
    TOO_FEW_LABELS(ERROR, "`%s` can only be one thing", "a choice needs two values or more"),
    STRATIFIED_WITHOUT_CLASSES(ERROR, "`stratified` keeps the share of each class, but `%s` has no classes"),
    BALANCE_WITHOUT_CLASSES(ERROR, "`balance` lets training see each class equally often, but `%s` has no classes"),
    AUGMENT_WITHOUT_IMAGES(ERROR, "`augment` changes images, but `%s` has none"),
    NOT_WHILE_STREAMING(ERROR, "%s needs all rows in memory, but only %d are there at a time"),
    TEST_ROWS_TWICE(ERROR, "test rows come from two places"),

    // networks
    CHAIN_STARTS_WITH_LAYER(ERROR, "a chain starts with a value, but %s"),
    VALUE_INSIDE_CHAIN(ERROR, "`%s` is a value, and values only start chains"),
    TARGET_AS_INPUT(ERROR, "`%s` is the %s: %s"),
    CHAIN_WITHOUT_TARGET(ERROR, "nothing is done with the result of this chain"),
    MISSING_TARGET(ERROR, "no chain of `%s` ends in %s"),
    UNMERGED_BRANCHES(
            ERROR,
            "nothing puts these branches together again",
            "go on with add, multiply, maximum or concat: ( … | … ) -> add"),
    MERGE_WITHOUT_BRANCHES(ERROR, "`%s` puts several values together, but here is only one"),
    TOO_MANY_LAYERS(
            ERROR,
            "`%s` would have %,d layers or more, and every one of them becomes Java",
            "repeat less often, or make fewer and wider layers"),
    MISSING_SOFTMAX(ERROR, "`%s` is one of several values, so the network must end in probabilities"),
    SURPLUS_SOFTMAX(ERROR, "`%s` compares scores, but this makes probabilities of them"),
    MISSING_SIGMOID(ERROR, "`%s` compares probabilities, so the network must end in sigmoid"),
    POINTLESS_SOFTMAX(ERROR, "softmax of a single value is always 1"),
    AMBIGUOUS_CLASSES(ERROR, "`classes` could be the number of values of `%s`"),
    CLASSES_OF_A_NUMBER(ERROR, "`classes` is the number of values of a target, but `%s` has no target with values"),

    // formulas
    RECURSION(ERROR, "`%s` is defined by itself"),
    WRONG_ARGUMENT_COUNT(ERROR, "`%s` takes %s, but here %s"),
    NOT_A_CONDITION(ERROR, "a condition is needed here, but this is %s"),
    NOT_A_NUMBER(ERROR, "a number is needed here, but this is %s"),
    FORMULA_TOO_LARGE(
            ERROR,
            "this formula has more than %,d parts once written out",
            "activations that use one another twice double in size with each: let layers follow one another instead"),
    WITHOUT_VALUE(ERROR, "`%s` has no value"),
    MISPLACED_LEARN(ERROR, "a %s has nothing to learn", "weights belong to layers: remove `learn`"),

    // training
    MISSING_SETTING(ERROR, "`train %s` has no %s"),
    LOSS_DOES_NOT_FIT(ERROR, "`%s` compares %s, but `%s` is %s"),
    LOSS_WITHOUT_TARGET(ERROR, "`%s` does not say which target it compares"),
    UNPREDICTED_TARGET(ERROR, "`%s` does not predict `%s`"),
    REPEATED_LOSS(ERROR, "two losses compare `%s`"),
    MISSING_LOSS(ERROR, "no part of the loss compares `%s`"),
    TWO_PENALTIES(
            ERROR, "two penalties, `%s` and `%s`, hold the weights small", "both together are elastic(l1: …, l2: …)"),
    METRIC_DOES_NOT_FIT(ERROR, "`%s` %s, but `%s` is %s"),
    METRIC_WITHOUT_SPLIT(ERROR, "it is not said on which rows `%s` is measured"),
    METRIC_WITHOUT_TARGET(ERROR, "it is not said of which target `%s` is measured"),
    TEST_METRIC(ERROR, "training may not look at the test rows"),
    NO_VALIDATION(ERROR, "`%s` needs validation rows, but the split keeps none"),
    NEVER_TRUE(ERROR, "this is never true: %s"),
    NEGATED_UNTIL(ERROR, "`until` says when to stop, which cannot be said with `%s`"),
    TRUE_AT_ONCE(ERROR, "this is true after the first epoch already"),
    MAY_NEVER_END(WARNING, "nothing makes sure that training ends"),

    // lower
    SHAPE_MISMATCH(ERROR, "%s wants %s, but gets %s"),
    MERGE_MISMATCH(ERROR, "%s and %s cannot be %s"),
    SHARED_WEIGHTS_MISMATCH(ERROR, "the weights of %s are for %s, but here it gets %s"),
    OUTPUT_MISMATCH(ERROR, "the network makes %s, but %s has %s"),
    WINDOW_TOO_LARGE(
            ERROR,
            "a %s window does not fit an image of %s",
            "make the window smaller, or pad the image: `padding: same`"),
    WINDOW_OF_PADDING(
            ERROR,
            "at the edge a %s window of `%s` sees padding alone",
            "pad by less than the window, or with `padding: same`"),
    UNEVEN_GROUPS(
            ERROR,
            "%s %s cannot be shared out evenly among %s groups",
            "choose a number of groups that divides channels and filters"),
    UNREAD_PIXELS(
            WARNING,
            "%s = %s, so the last %s never read",
            "sizes round down; choose size, stride and padding so that the division comes out"),
    NOTHING_TO_TRAIN(
            ERROR,
            "`%s` has nothing that could be trained",
            "add a layer with weights, such as `dense`, or drop the `train`"),
    NOTHING_TO_WATCH(
            ERROR,
            "`%s` looks at activations between input and output, but `%s` has none that it could judge",
            "it judges those that never decrease, such as tanh, relu or elu, by their outputs"),
    TOO_LARGE(
            ERROR,
            "%s would need %s numbers, more than a Java array can hold",
            "make the layer smaller, or shrink its input first");

    private final Severity severity;
    private final String wording;
    private final List<String> help;

    DiagnosticKind(Severity severity, String wording, String... help) {
        this.severity = severity;
        this.wording = wording;
        this.help = List.of(help);
    }

    /** The code in messages and in fixtures: {@code unknown-layer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** Help that holds for every diagnostic of this kind. */
    public List<String> help() {
        return help;
    }

    String message(Object... arguments) {
        return String.format(Locale.ROOT, wording, arguments);
    }
}
