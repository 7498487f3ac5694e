package org.glomera.ui.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.glomera.core.Side;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.ui.Swatches;
import org.glomera.ui.Texts;
import org.glomera.ui.Theme;

/**
 * The surfaces to choose from: a line for each delineation with its colour and volumes, below it one for each kidney.
 * A box shows or hides; what is not there says why.
 */
final class SurfaceTree {

    private static final int NAME_PX = 172;
    private static final int VOLUME_PX = 74;
    private static final int OPACITY_PX = 66;
    private static final int LINES = 5;

    private final SceneModel model;
    private final Tree tree;
    private final Swatches swatches;
    private SceneContent shown = SceneContent.NONE;

    /**
     * Makes the tree.
     *
     * @param selected told of the surfaces of the selected lines, none when nothing is selected
     */
    SurfaceTree(Composite parent, SceneModel model, Consumer<List<SceneSurface>> selected) {
        this.model = model;
        tree = new Tree(parent, SWT.CHECK | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        swatches = new Swatches(tree);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        place.widthHint = NAME_PX + 2 * VOLUME_PX + OPACITY_PX;
        place.heightHint = LINES * tree.getItemHeight();
        tree.setLayoutData(place);
        tree.setHeaderVisible(true);
        column("Surface", NAME_PX, SWT.LEFT);
        column("Right, ml", VOLUME_PX, SWT.RIGHT);
        column("Left, ml", VOLUME_PX, SWT.RIGHT);
        column("Opacity", OPACITY_PX, SWT.RIGHT);
        tree.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                toggled(event);
            } else {
                selected.accept(selection());
            }
        });
        tree.addListener(SWT.MouseMove, event -> {
            TreeItem item = tree.getItem(new Point(event.x, event.y));
            String tooltip = item == null ? null : tooltip(item);
            if (!Objects.equals(tooltip, tree.getToolTipText())) {
                tree.setToolTipText(tooltip);
            }
        });
    }

    private void column(String title, int width, int style) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(title);
        column.setWidth(width);
    }

    /** The widget, for tests. */
    Tree control() {
        return tree;
    }

    /** The surfaces of the selected lines. */
    List<SceneSurface> selection() {
        List<SceneSurface> found = new ArrayList<>();
        for (TreeItem item : tree.getSelection()) {
            for (SceneSurface each : surfaces(item)) {
                if (!found.contains(each)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    /** The surfaces with triangles that a line stands for. */
    private static List<SceneSurface> surfaces(TreeItem item) {
        List<SceneSurface> found = new ArrayList<>();
        if (item.getData() instanceof SceneSurface surface) {
            if (surface.surface().isPresent()) {
                found.add(surface);
            }
        } else {
            for (TreeItem child : item.getItems()) {
                found.addAll(surfaces(child));
            }
        }
        return found;
    }

    private static String tooltip(TreeItem item) {
        return item.getData() instanceof Delineation delineation ? delineation.tooltip()
                : item.getData() instanceof SceneSurface surface ? surface.surface()
                        .map(each -> each.fidelity().inWords()).orElse("This delineation holds no voxel of this kidney.")
                : null;
    }

    private void toggled(Event event) {
        TreeItem item = (TreeItem) event.item;
        List<SceneSurface> chosen = surfaces(item);
        boolean isShown = item.getChecked();
        SceneSettings settings = model.settings();
        for (SceneSurface each : chosen) {
            settings = settings.withShown(each.id(), isShown);
        }
        model.setSettings(settings);
        update();
    }

    /** Shows the model's surfaces. */
    void update() {
        SceneContent content = model.content();
        if (!shown.images().delineations().equals(content.images().delineations())
                || !shown.surfaces().equals(content.surfaces())) {
            List<SceneSurface> chosen = selection();
            tree.setRedraw(false);
            tree.removeAll();
            content.delineations().forEach(each -> add(each, content));
            tree.setRedraw(true);
            select(chosen);
        }
        shown = content;
        for (TreeItem item : tree.getItems()) {
            update(item);
        }
    }

    private void select(List<SceneSurface> chosen) {
        List<String> ids = chosen.stream().map(SceneSurface::id).toList();
        for (TreeItem item : tree.getItems()) {
            List<String> own = surfaces(item).stream().map(SceneSurface::id).toList();
            if (!own.isEmpty() && ids.containsAll(own)) {
                tree.select(item);
            }
        }
    }

    private void add(Delineation delineation, SceneContent content) {
        TreeItem item = new TreeItem(tree, SWT.NONE);
        item.setData(delineation);
        item.setImage(swatches.of(Theme.onScreen(delineation.rgb())));
        item.setText(0, delineation.title());
        if (!delineation.isDrawn()) {
            item.setText(1, delineation.why());
            item.setForeground(tree.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
            return;
        }
        for (SceneSurface each : content.surfaces()) {
            if (each.delineation().id().equals(delineation.id())) {
                String volume = each.surface().isPresent() ? Texts.number(each.volumeMl(), 1) : "empty";
                int column = each.side() == Side.RIGHT ? 1 : 2;
                item.setText(column, volume);
                TreeItem kidney = new TreeItem(item, SWT.NONE);
                kidney.setData(each);
                kidney.setText(0, each.side() == Side.RIGHT ? "Right kidney" : "Left kidney");
                kidney.setText(column, volume);
            }
        }
    }

    private void update(TreeItem item) {
        List<SceneSurface> surfaces = surfaces(item);
        SceneSettings settings = model.settings();
        long count = surfaces.stream().filter(each -> settings.isShown(each.id())).count();
        if (item.getData() instanceof Delineation delineation) {
            item.setImage(swatches.of(Theme.onScreen(delineation.rgb())));
        }
        item.setChecked(count > 0);
        item.setGrayed(count > 0 && count < surfaces.size());
        List<Long> opacities = surfaces.stream().map(each -> Math.round(100 * settings.opacity(each))).distinct()
                .toList();
        String text = opacities.isEmpty() ? "" : opacities.size() == 1 ? opacities.get(0) + " %" : "mixed";
        if (!item.getText(3).equals(text)) {
            item.setText(3, text);
        }
        for (TreeItem child : item.getItems()) {
            update(child);
        }
    }
}
