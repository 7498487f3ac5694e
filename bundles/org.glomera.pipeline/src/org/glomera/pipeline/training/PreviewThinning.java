package org.glomera.pipeline.training;

import java.util.List;

import org.glomera.study.RunPreview;

/** Which epochs of a preview are kept when there are too many. */
final class PreviewThinning {

    /** The first and the last epoch, which are kept whether they are multiples or not. */
    private static final int ENDS = 2;

    private PreviewThinning() {
    }

    /**
     * The first, the last, and of the others the multiples of the smallest {@code every * 2^n} of which there are not too
     * many up to the last, so that what is kept is spread evenly and depends on the numbers of the epochs alone.
     *
     * @param epochs the epochs, growing, at least one
     * @param every at least 1
     * @return at most {@link RunPreview#MOST_EPOCHS} of them
     */
    static List<RunPreview.Epoch> thinned(List<RunPreview.Epoch> epochs, int every) {
        int first = epochs.get(0).epoch();
        int last = epochs.get(epochs.size() - 1).epoch();
        long stride = every;
        while (last / stride + ENDS > RunPreview.MOST_EPOCHS) {
            stride *= 2;
        }
        long step = stride;
        return epochs.stream().filter(each -> each.epoch() == first || each.epoch() == last || each.epoch() % step == 0)
                .toList();
    }
}
