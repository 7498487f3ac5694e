package org.glomera.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.eclipse.ui.XMLMemento;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Window;
import org.glomera.ui.preferences.Settings;
import org.junit.jupiter.api.Test;

/** How a viewer shows images, from one start to the next. */
class ViewerMemoryTest {

    /** Numbers are kept with the digits of a float. */
    private static final double FLOAT = 1e-6;

    private final XMLMemento memento = XMLMemento.createWriteRoot("viewer");

    @Test
    void whatWasSaved_isShownAgain() {
        ViewerModel before = new ViewerModel(Settings.ofWorkbench());
        before.setShow(Show.CURTAIN);
        before.setOpacity(0.35);
        before.setCtWindow(new Window(55, 310));
        before.setSpectColours(ColourMap.VIRIDIS);
        before.setSpectShare(0.4);
        before.setFilled(true);
        before.setThick(true);
        before.setSmooth(false);
        before.setCrossShown(false);
        before.setShown("run/network2", false);
        ViewerMemory.save(before, memento);
        ViewerModel after = new ViewerModel(Settings.ofWorkbench());
        ViewerMemory.restore(memento, after);
        assertEquals(Show.CURTAIN, after.wantedShow());
        assertEquals(0.35, after.opacity(), FLOAT);
        assertEquals(new Window(55, 310), after.ctWindow());
        assertEquals(ColourMap.VIRIDIS, after.spectColours());
        assertEquals(0.4, after.spectShare(), FLOAT);
        assertTrue(after.filled() && after.thick());
        assertFalse(after.smooth() || after.crossShown());
        assertEquals(Set.of("run/network2"), after.hidden());
    }

    @Test
    void withoutImages_thereIsNoPlaceToGoBackTo() {
        ViewerMemory.save(new ViewerModel(Settings.ofWorkbench()), memento);
        assertNull(ViewerMemory.crossMm(memento));
    }

    @Test
    void whatCannotBeUnderstood_staysAsSet() {
        memento.putString("show", "EVERYTHING");
        memento.putFloat("windowWidth", -5);
        memento.putFloat("windowCentre", 40);
        memento.putString("opacity", "much");
        ViewerModel model = new ViewerModel(Settings.ofWorkbench());
        Window set = model.ctWindow();
        ViewerMemory.restore(memento, model);
        assertEquals(Show.FUSED, model.wantedShow());
        assertEquals(set, model.ctWindow());
        assertEquals(Settings.ofWorkbench().spectOpacity(), model.opacity());
        assertEquals(Set.of(), model.hidden());
    }
}
