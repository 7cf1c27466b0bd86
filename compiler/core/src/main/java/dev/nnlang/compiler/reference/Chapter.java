package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.library.Signature.Category;
import java.util.List;

/** What belongs together for a reader: the categories that occur in the same kind of declaration. */
enum Chapter {
    DATA(
            "Data",
            Category.DATA_SETTING,
            Category.COLUMN_TYPE,
            Category.TRANSFORM,
            Category.SOURCE,
            Category.SPLIT,
            Category.AUGMENTATION),
    NETWORKS("Networks", Category.LAYER, Category.MERGE, Category.ACTIVATION, Category.BLOCK, Category.INITIALIZER),
    TRAINING(
            "Training",
            Category.TRAIN_SETTING,
            Category.LOSS,
            Category.OPTIMIZER,
            Category.SCHEDULE,
            Category.REGULARIZER,
            Category.CLIP,
            Category.METRIC,
            Category.CONDITION),
    FORMULAS("Formulas", Category.FUNCTION);

    private final String title;
    private final List<Category> categories;

    Chapter(String title, Category... categories) {
        this.title = title;
        this.categories = List.of(categories);
    }

    String title() {
        return title;
    }

    List<Category> categories() {
        return categories;
    }
}
