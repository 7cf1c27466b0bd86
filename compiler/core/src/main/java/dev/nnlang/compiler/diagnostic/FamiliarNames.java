package dev.nnlang.compiler.diagnostic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Keras, PyTorch and scikit-learn call things, and what they are called or how they are said here. */
public final class FamiliarNames {

    /** Each line: a name of ours, and what others call it, without underscores and in lower case. */
    private static final Map<String, String> OURS = ours(List.of(
            "rate lr learningrate initiallr alpha",
            "momentum beta",
            "decay weightdecay",
            "l2 weightdecay kernelregularizer ridge",
            "l1 lasso",
            "elastic l1l2 elasticnet",
            "batch batchsize minibatch",
            "until epochs epoch nepochs numepochs maxiter iterations earlystopping callbacks",
            "epochs patience",
            "no_improvement earlystopping",
            "reduce_on_plateau reducelronplateau",
            "step steplr",
            "exponential exponentiallr exponentialdecay",
            "cosine cosineannealinglr cosinedecay",
            "one_cycle onecyclelr",
            "watch metrics metric",
            "seed randomstate randomseed",
            "clip clipnorm gradclip",
            "regularize regularizer regularization kernelregularizer penalty",
            "size kernelsize poolsize kernel window embeddingdim outputdim",
            "stride strides",
            "filters outchannels channels",
            "units outfeatures neurons hidden nodes",
            "dilation dilationrate",
            "bias usebias",
            "init kernelinitializer initializer",
            "padding pad",
            "dense linear fullyconnected fc",
            "conv conv2d convolution convolution2d",
            "max_pool maxpooling maxpooling2d maxpool maxpool2d",
            "average_pool averagepooling averagepooling2d avgpool avgpool2d avgpooling",
            "global_average_pool globalaveragepooling globalaveragepooling2d globalavgpool adaptiveavgpool2d",
            "batch_norm batchnormalization batchnorm batchnorm1d batchnorm2d bn",
            "layer_norm layernormalization layernorm ln",
            "dropout droprate",
            "concat concatenate cat",
            "leaky_relu leakyrelu lrelu",
            "softmax logsoftmax",
            "sigmoid logistic logit expit",
            "swish silu",
            "cross_entropy categoricalcrossentropy sparsecategoricalcrossentropy crossentropyloss crossentropy nllloss logloss nll",
            "binary_cross_entropy binarycrossentropy bceloss bce bcewithlogitsloss",
            "mean_squared_error mse mseloss squarederror l2loss",
            "mean_absolute_error mae l1loss absoluteerror",
            "huber huberloss smoothl1loss",
            "accuracy acc categoricalaccuracy",
            "roc_auc auc aucroc rocaucscore",
            "f1 f1score",
            "confusion confusionmatrix",
            "r2 r2score",
            "standardize normalize normalise normalization standardscaler standardise zscore",
            "scale minmaxscaler minmax rescale rescaling",
            "impute simpleimputer fillna",
            "real float float32 float64 double number numeric",
            "integer int int32 int64 long",
            "text string str",
            "xavier glorot glorotuniform glorotnormal xavieruniform xaviernormal",
            "he henormal heuniform kaiming kaimingnormal kaiminguniform",
            "zeros zero",
            "stratified stratify stratifiedkfold",
            "random traintestsplit shuffle",
            "train training",
            "validation val valid",
            "source file path dataset"));

    /** What is no single name here, and how to say it. */
    private static final Map<String, String> ADVICE = Map.of(
            "activation", "an activation is a step of its own: dense(16) -> relu",
            "epochs", "say when training stops: until: epoch = 20",
            "epoch", "say when training stops: until: epoch = 20",
            "metrics", "say what is shown: watch: accuracy",
            "inputshape", "shapes come from the data: no layer is told what it reads",
            "inputdim", "shapes come from the data: no layer is told what it reads",
            "infeatures", "shapes come from the data: no layer is told what it reads",
            "inchannels", "shapes come from the data: no layer is told what it reads",
            "valid", "no padding is what happens if nothing is said: leave `padding` out",
            "earlystopping", "write until: no_improvement(validation.loss, epochs: 5) or epoch = 100");

    private FamiliarNames() {}

    /** The one of {@code candidates} that others call {@code name}. */
    static Optional<String> among(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> plain(candidate).equals(plain(name))
                        || OURS.getOrDefault(plain(name), "").contains(" " + candidate + " "))
                .filter(candidate -> !candidate.equals(name))
                .findFirst();
    }

    /** How to say what others say by {@code name}, where no other name will do. */
    public static Optional<String> advice(String name) {
        return Optional.ofNullable(ADVICE.get(plain(name)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Map<String, String> ours(List<String> lines) {
        Map<String, String> ours = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                ours.merge(words[i], " " + words[0] + " ", String::concat);
            }
        }
        return ours;
    }
}
