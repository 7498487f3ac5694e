package org.glomera.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.jface.dialogs.DialogSettings;
import org.glomera.comparison.page.ViewOptions;
import org.junit.jupiter.api.Test;

/** What an editor remembers. */
class MemoryTest {

    private static final ViewOptions FIRST = ViewOptions.defaults().withFlagPercent(7.5);

    private final DialogSettings store = new DialogSettings("workbench");

    @Test
    void whatWasSaved_comesBack_forItsExperimentOnly() {
        Memory memory = Memory.none(FIRST).withOptions(ViewOptions.defaults().withMeasure("dice").withBaseline("low")
                .withCaseMeasures(List.of("dice", "volume_ml_manual")).withSmoothingEpochs(7).withFlagPercent(2.5)
                .withOnlyDifferences(false)).withRuns(List.of("a", "b")).withPage(PageKind.STATISTICS)
                .withFilter(PageKind.CASES, "p1 right");
        memory.save(store, "/studies/one/experiments/first");
        assertEquals(memory, Memory.load(store, "/studies/one/experiments/first", FIRST));
        assertEquals(Memory.none(FIRST), Memory.load(store, "/studies/one/experiments/second", FIRST));
    }

    @Test
    void whatCannotBeUnderstood_isAsAtFirst() {
        Memory.none(FIRST).withPage(PageKind.CASES).save(store, "one");
        store.getSection("comparison").getSection("one").put("page", "NO SUCH PAGE");
        assertEquals(Memory.none(FIRST), Memory.load(store, "one", FIRST));
    }

    @Test
    void afterAHundredExperiments_theStoreBeginsAnew() {
        for (int i = 0; i < 100; i++) {
            Memory.none(FIRST).save(store, "experiment " + i);
        }
        Memory kept = Memory.none(FIRST).withPage(PageKind.CURVES);
        kept.save(store, "one more");
        assertEquals(kept, Memory.load(store, "one more", FIRST));
        assertEquals(1, store.getSection("comparison").getSections().length);
    }
}
