package dev.nnlang.training.data.preprocess;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.data.Augmentation;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Preprocessing;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.split.Rows;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ImageChangeTest {
    private static final Column.Image IMAGE = new Column.Image(3, 4, 1);

    private static Set<String> drawn(Augmentation... augmentations) {
        RandomStream random = RandomStream.of(3, "augment");
        Set<String> changes = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            ImageChange change = ImageChange.draw(List.of(augmentations), IMAGE, random);
            changes.add(java.util.Arrays.toString(change.columns()));
        }
        return changes;
    }

    @Test
    void flipsEverySecondImage() {
        assertThat(drawn(Augmentation.horizontalFlip())).containsExactly("[0, 1, 2, 3]", "[3, 2, 1, 0]");
    }

    @Test
    void repeatsTheEdgeOfWhatIsShifted() {
        assertThat(drawn(Augmentation.shift(1))).containsExactly("[0, 0, 1, 2]", "[0, 1, 2, 3]", "[1, 2, 3, 3]");
    }

    @Test
    void cutsOutOfAnImageWithABlackMargin() {
        assertThat(drawn(Augmentation.crop(1))).containsExactly("[-1, 0, 1, 2]", "[0, 1, 2, 3]", "[1, 2, 3, -1]");
    }

    @Test
    void appliesOneBehindTheOther() {
        assertThat(drawn(Augmentation.horizontalFlip(), Augmentation.crop(1)))
                .containsExactly(
                        "[-1, 0, 1, 2]",
                        "[0, 1, 2, 3]",
                        "[1, 2, 3, -1]",
                        "[-1, 3, 2, 1]",
                        "[3, 2, 1, 0]",
                        "[2, 1, 0, -1]");
    }

    @Test
    void changesWhatTheNetworkSees() throws Exception {
        Column scaled = Column.image("image", 2, 2, 2).then(Preprocessing.scale(1, 256));
        Schema schema = Schema.named("Picture").input(scaled).target(Column.real("y"));
        Table table = Table.of(schema)
                .row(new byte[8], 0)
                .row(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 0)
                .build();
        ModelFile.Builder file = ModelFile.builder();
        Fitting fitting = Fitting.of(new Rows(table, new int[] {0, 1}));
        fitting.write(file);
        float[] seen = new float[8];

        Encoded.of(table, scaled, fitting).copy(1, seen, 0, new ImageChange(new int[] {1, -1}, new int[] {1, 0}));

        assertThat(seen)
                .usingTolerance(1e-4)
                .containsExactly(8, 9, 6, 7, 1, 1, 1, 1)
                .inOrder();
    }
}
