package org.glomera.ui.cases;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.glomera.pipeline.RolesRequest;
import org.glomera.study.Role;
import org.glomera.ui.Texts;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.studies.OpenStudies;

/** Changes the roles of the selected cases, after saying what that means for networks that were trained already. */
final class RoleMenu {

    private final Path root;
    private final Supplier<List<CaseRow>> selected;
    private final Supplier<Shell> shell;

    RoleMenu(Path root, Supplier<List<CaseRow>> selected, Supplier<Shell> shell) {
        this.root = root;
        this.selected = selected;
        this.shell = shell;
    }

    /** A menu with the roles. */
    MenuManager menu() {
        MenuManager menu = new MenuManager("&Role");
        for (Role role : Role.values()) {
            menu.add(new Action(Texts.of(role)) {
                @Override
                public void run() {
                    ask(role);
                }
            });
        }
        return menu;
    }

    private void ask(Role role) {
        List<CaseRow> rows = selected.get().stream().filter(row -> row.shown().info().role() != role).toList();
        if (rows.isEmpty()) {
            return;
        }
        String question = question(rows, role, runs());
        if (MessageDialog.open(MessageDialog.QUESTION, shell.get(), "Change Role", question, 0, "Change Role",
                "Cancel") == 0) {
            change(rows, role);
        }
    }

    /** What the user is asked. */
    static String question(List<CaseRow> rows, Role role, int runs) {
        String cases = rows.size() == 1 ? "case " + rows.get(0).id() : rows.size() + " cases";
        String text = "Set the role of " + cases + " to '" + Texts.of(role) + "'? All cases of a patient change together.";
        return runs == 0 ? text : text + "\n\nThe study has " + Texts.count(runs, "run", "runs") + " already. Weights and"
                + " results stay as they are, made with the roles of then: a network may have been trained on what is a"
                + " test case now. Prepared images are made anew with the next training; train again before comparing.";
    }

    private int runs() {
        for (StudyNode study : OpenStudies.ofWorkbench().studies()) {
            if (study.root().equals(root)) {
                return study.children().stream().filter(each -> each instanceof Group group
                        && group.kind() == GroupKind.RUNS).mapToInt(each -> each.children().size()).sum();
            }
        }
        return 0;
    }

    /** Changes roles in the background. */
    PipelineJob<List<String>> change(List<CaseRow> rows, Role role) {
        Map<String, Role> roles = new LinkedHashMap<>();
        rows.forEach(row -> roles.put(row.id(), role));
        return PipelineJob.of("Changing roles", Settings.ofWorkbench().services().roles(), new RolesRequest(root, roles))
                .writing(root)
                .saying(changed -> Texts.count(changed.size(), "case has", "cases have") + " the role '"
                        + Texts.of(role) + "' now.")
                .then(changed -> OpenStudies.ofWorkbench().refresh())
                .start();
    }
}
