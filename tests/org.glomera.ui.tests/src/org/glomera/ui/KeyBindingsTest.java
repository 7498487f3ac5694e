package org.glomera.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.core.commands.contexts.Context;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;

/** The keys of all commands, as the running workbench knows them. */
class KeyBindingsTest {

    private static final String OURS = "org.glomera";
    private static final Set<String> SCHEMES = Set.of(IBindingService.DEFAULT_DEFAULT_ACTIVE_SCHEME_ID,
            "org.glomera.ui.keys");
    /** Commands of the platform that do nothing here, so that their keys are free. */
    private static final Set<String> UNUSED = Set.of("org.eclipse.ui.newWizard");

    /** The bindings that hold here: of our scheme and the platform's, for any or this window system. */
    private static List<Binding> bindings() {
        IBindingService service = PlatformUI.getWorkbench().getService(IBindingService.class);
        return Workbench.onUiThread(() -> Arrays.stream(service.getBindings())
                .filter(each -> each.getParameterizedCommand() != null)
                .filter(each -> each.getPlatform() == null || each.getPlatform().equals("gtk"))
                .filter(each -> each.getLocale() == null || each.getLocale().isEmpty())
                .filter(each -> SCHEMES.contains(each.getSchemeId()))
                .filter(each -> !UNUSED.contains(each.getParameterizedCommand().getId())).toList());
    }

    private static boolean isOurs(Binding binding) {
        return binding.getParameterizedCommand().getId().startsWith(OURS);
    }

    private static List<Binding> ours() {
        return bindings().stream().filter(KeyBindingsTest::isOurs).toList();
    }

    /** A context and those around it, in which its bindings hide those of the same keys. */
    private static Set<String> withParents(String id) {
        IContextService service = PlatformUI.getWorkbench().getService(IContextService.class);
        Set<String> ids = new TreeSet<>();
        return Workbench.onUiThread(() -> {
            String next = id;
            while (next != null && ids.add(next)) {
                Context context = service.getContext(next);
                next = context.isDefined() ? context.getParentId() : null;
            }
            return ids;
        });
    }

    private static boolean meet(Binding one, Binding other) {
        return withParents(one.getContextId()).contains(other.getContextId())
                || withParents(other.getContextId()).contains(one.getContextId());
    }

    private static boolean beginsWith(TriggerSequence longer, TriggerSequence shorter) {
        return longer.startsWith(shorter, false);
    }

    private static String words(Binding binding) {
        return binding.getTriggerSequence().format() + " = " + binding.getParameterizedCommand().getId() + " in "
                + binding.getContextId();
    }

    @Test
    void noKeyOfOurs_isThatOfAnotherCommandThatCouldBeMeant() {
        List<Binding> all = bindings();
        List<String> clashes = new ArrayList<>();
        for (Binding mine : ours()) {
            for (Binding other : all) {
                boolean another = !Objects.equals(mine.getParameterizedCommand(), other.getParameterizedCommand());
                boolean same = beginsWith(mine.getTriggerSequence(), other.getTriggerSequence())
                        || beginsWith(other.getTriggerSequence(), mine.getTriggerSequence());
                if (another && same && meet(mine, other)) {
                    clashes.add(words(mine) + "  and  " + words(other));
                }
            }
        }
        assertEquals(List.of(), clashes);
    }

    @Test
    void theCommandsThatAreUsedMost_haveKeys() {
        Set<String> bound = ours().stream().map(each -> each.getParameterizedCommand().getId())
                .collect(Collectors.toSet());
        assertTrue(bound.containsAll(Set.of(Commands.OPEN_STUDY, Commands.OPEN, Commands.OPEN_IMAGES)),
                bound::toString);
    }

    @Test
    void everyKeyOfOurs_isOfTheSchemeThatGoesFirst() {
        assertEquals(Set.of("org.glomera.ui.keys"), ours().stream().map(Binding::getSchemeId)
                .collect(Collectors.toSet()));
    }

    @Test
    void keyAssist_showsTheKeys() {
        List<String> assist = bindings().stream()
                .filter(each -> each.getParameterizedCommand().getId().equals("org.eclipse.ui.window.showKeyAssist"))
                .map(each -> each.getTriggerSequence().format()).toList();
        assertTrue(assist.contains("Ctrl+Shift+L") || assist.contains("Shift+Ctrl+L"), assist::toString);
    }
}
