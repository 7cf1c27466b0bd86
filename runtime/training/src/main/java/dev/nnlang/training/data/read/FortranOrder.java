package dev.nnlang.training.data.read;

import java.util.List;

/** Where the elements of an array lie whose first dim runs fastest, as Fortran keeps it. */
record FortranOrder(List<Integer> shape) {

    /**
     * The place of an element.
     *
     * @param row the index in the first dim
     * @param element counts through the other dims, the last of them fastest
     */
    int place(int row, int element) {
        int rest = element;
        int stride = size();
        int place = row;
        for (int dim = shape.size() - 1; dim > 0; dim--) {
            stride /= shape.get(dim);
            place += rest % shape.get(dim) * stride;
            rest /= shape.get(dim);
        }
        return place;
    }

    /** How many elements there are. */
    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
