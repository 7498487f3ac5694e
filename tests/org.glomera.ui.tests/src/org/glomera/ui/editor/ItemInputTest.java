package org.glomera.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;

import org.eclipse.ui.XMLMemento;
import org.glomera.ui.editor.ItemInput.Kind;
import org.junit.jupiter.api.Test;

/** An editor comes back with its input at the next start. */
class ItemInputTest {

    @Test
    void createElement_givesBackWhatWasSaved() {
        ItemInput input = new ItemInput(Kind.EXPERIMENT, Path.of("/studies/a b"), "first");
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        input.saveState(memento);
        assertEquals(input, new ItemInputFactory().createElement(memento));
    }

    @Test
    void createElement_givesNothingForAMementoOfSomethingElse() {
        assertNull(new ItemInputFactory().createElement(XMLMemento.createWriteRoot("input")));
    }
}
