package org.glomera.pipeline.training;

import java.util.List;

import org.glomera.study.RunPreview;

/** Which epochs of a preview are kept when there are too many. */
final class PreviewThinning {

    private PreviewThinning() {
    }

    /**
     * The first, the last, and of the others the multiples of the smallest {@code every * 2^n} that leaves no more than
     * {@link RunPreview#MOST_EPOCHS}. What is kept depends on the numbers of the epochs alone.
     *
     * @param epochs the epochs, growing
     * @param every at least 1
     */
    static List<RunPreview.Epoch> thinned(List<RunPreview.Epoch> epochs, int every) {
        List<RunPreview.Epoch> kept = epochs;
        for (long stride = every; kept.size() > RunPreview.MOST_EPOCHS; stride *= 2) {
            long step = stride;
            int first = epochs.get(0).epoch();
            int last = epochs.get(epochs.size() - 1).epoch();
            kept = epochs.stream().filter(each -> each.epoch() == first || each.epoch() == last
                    || each.epoch() % step == 0).toList();
        }
        return kept;
    }
}
