package org.glomera.ui.scene;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.render.layers.SceneLayers;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.surface.MeshFormat;
import org.glomera.ui.FileWriting;
import org.glomera.ui.viewer.SliceInput;

/**
 * All that the 3D view shows: the bar, the picture, the panel, the line with what was pointed at; or a page that says
 * what is being done, what is missing, or why there is nothing to see. UI thread.
 */
final class ScenePage extends Composite {

    private static final System.Logger LOG = System.getLogger(ScenePage.class.getName());
    private static final int MARGIN_PX = 16;
    private static final int WRAP_PX = 300;
    private static final String CHOOSE = "Select a case in the explorer or in a comparison to see its kidneys in 3D.";

    private final SceneModel model = new SceneModel();
    private final Supplier<Optional<RenderEngine>> engines;
    private final SceneLayers layers;
    private final SceneLoader loader;
    private final StackLayout pages = new StackLayout();
    private final Composite messagePage;
    private final Label message;
    private final Link again;
    private final Composite content;
    private final SceneToolBar toolBar;
    private final SceneCanvas canvas;
    private final SceneControls controls;
    private final TakeAlong takeAlong;
    private Composite banner;
    private Label bannerText;
    private Label readOut;
    private EngineStart.Ready engine;
    private boolean isStarting;
    private SliceInput input;
    private SceneSettings seen;

    /**
     * Makes the widgets and starts the engine; nothing is shown yet.
     *
     * @param engines gives what draws, empty when nothing does; asked on a job's thread
     * @param layers gives what may be drawn besides the surfaces
     * @param writing asks for files and writes them
     */
    ScenePage(Composite parent, Supplier<Optional<RenderEngine>> engines, SceneLayers layers, FileWriting writing) {
        super(parent, SWT.NONE);
        this.engines = engines;
        this.layers = layers;
        loader = new SceneLoader(getDisplay(), new Loaded());
        setLayout(pages);
        messagePage = new Composite(this, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        messagePage.setLayout(layout);
        message = new Label(messagePage, SWT.WRAP);
        message.setLayoutData(wrapped());
        again = new Link(messagePage, SWT.NONE);
        again.setText("<a>Try again</a>");
        again.addListener(SWT.Selection, event -> tryAgain());
        content = new Composite(this, SWT.NONE);
        content.setLayout(compact());
        Composite barPlace = new Composite(content, SWT.NONE);
        barPlace.setLayout(compact());
        barPlace.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        createBanner();
        SashForm body = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas = new SceneCanvas(body, model);
        new SceneGestures(canvas, model);
        controls = new SceneControls(body, model, SceneItems.further(layers));
        keepWidth(body);
        takeAlong = new TakeAlong(canvas, model, writing);
        toolBar = new SceneToolBar(barPlace, model, takeAlongActions());
        toolBar.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        createReadOut();
        model.addListener(this::changed);
        addListener(SWT.Dispose, event -> release());
        showMessage(CHOOSE, false);
        startEngine();
    }

    private static GridLayout compact() {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        return layout;
    }

    private static GridData wrapped() {
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = WRAP_PX;
        return place;
    }

    private void createBanner() {
        banner = new Composite(content, SWT.NONE);
        banner.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 2;
        banner.setLayout(layout);
        Label icon = new Label(banner, SWT.NONE);
        icon.setImage(JFaceResources.getImage(Dialog.DLG_IMG_MESSAGE_INFO));
        icon.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        bannerText = new Label(banner, SWT.WRAP);
        bannerText.setLayoutData(wrapped());
    }

    private void createReadOut() {
        readOut = new Label(content, SWT.NONE);
        GridData place = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        place.horizontalIndent = MARGIN_PX / 2;
        readOut.setLayoutData(place);
    }

    /** The panel keeps its width, the picture takes the rest; in a narrow view both share it. */
    private void keepWidth(SashForm body) {
        int width = controls.width();
        body.setWeights(70, 30);
        body.addListener(SWT.Resize, event -> {
            int whole = body.getClientArea().width;
            if (whole > 2 * width) {
                body.setWeights(whole - width, width);
            } else {
                body.setWeights(50, 50);
            }
        });
    }

    private List<IAction> takeAlongActions() {
        List<IAction> actions = new ArrayList<>();
        actions.add(action("Copy Picture\tCtrl+C", takeAlong::copyPicture));
        actions.add(action("Save Picture\u2026", takeAlong::savePicture));
        actions.add(action("Turntable\u2026", () -> takeAlong.turntable(engine.engine(), items())));
        for (MeshFormat format : MeshFormat.values()) {
            actions.add(action("Surfaces as " + format.title() + "\u2026",
                    () -> takeAlong.surfaces(engine.work().store().maker(), format)));
        }
        return actions;
    }

    private IAction action(String text, Runnable task) {
        return new Action(text) {
            @Override
            public void run() {
                if (engine != null && !model.content().images().isEmpty()) {
                    task.run();
                }
            }
        };
    }

    private void startEngine() {
        isStarting = true;
        EngineStart.start(engines, getDisplay(), result -> {
            if (isDisposed()) {
                EngineStart.close(result);
                return;
            }
            isStarting = false;
            if (result instanceof EngineStart.Ready ready) {
                engine = ready;
                canvas.setRenderer(ready.renderer(), items(), this::cannotDraw);
                load();
            } else if (result instanceof EngineStart.Unable unable) {
                showMissing(unable.why());
            }
        });
    }

    /** What makes scenes of the surfaces that are there. */
    SceneItems items() {
        return new SceneItems(layers, engine.work().store());
    }

    /** Starts the engine again, or reads the case again. */
    void tryAgain() {
        if (engine == null) {
            showMessage("Starting\u2026", false);
            startEngine();
        } else {
            load();
        }
    }

    private void cannotDraw(Throwable problem) {
        canvas.closeRenderer();
        engine = null;
        showMessage("The kidneys could not be drawn. " + (problem instanceof GlomeraException
                ? problem.getMessage() : "The log holds the details."), true);
    }

    private void showMissing(Availability.Missing why) {
        LOG.log(Level.INFO, "3D is not available: {0}", why.what());
        showMessage("Kidneys in 3D cannot be shown here.\n\n" + why.what() + "\n\n" + why.remedy()
                + "\n\nEverything else works without it.", true);
    }

    /** Shows a case: reads it and makes its surfaces in a job. */
    void open(SliceInput newInput) {
        input = newInput;
        if (engine != null) {
            load();
        } else if (isStarting) {
            showMessage("Starting\u2026", false);
        }
    }

    private void load() {
        if (input != null) {
            if (!model.content().images().caseId().equals(input.caseId()) || pages.topControl != content) {
                showMessage("Making the surfaces of " + input.caseId() + "\u2026", false);
            }
            seen = model.settings();
            loader.load(input, engine.work(), seen);
        }
    }

    /** What case is shown, or is to be; empty before one was chosen. */
    Optional<SliceInput> input() {
        return Optional.ofNullable(input);
    }

    /** Reads the case anew. */
    void reload() {
        if (engine != null) {
            load();
        }
    }

    private void changed() {
        String text = SceneReadOut.of(model);
        if (!readOut.getText().equals(text)) {
            readOut.setText(text);
        }
        showBanner();
        SceneSettings now = model.settings();
        if (engine == null || seen == null || model.content().images().isEmpty()) {
            return;
        }
        if (now.isSmooth() != seen.isSmooth()) {
            seen = now;
            loader.remake(model.content(), engine.work(), now);
        } else if (!now.distances().reference().equals(seen.distances().reference())) {
            seen = now;
            loader.measure(model.content(), engine.work(), now);
        }
    }

    private void showBanner() {
        List<String> sentences = new ArrayList<>(model.content().images().problems());
        sentences.addAll(model.layerProblems());
        PanePlan.leftOut(model.content(), model.settings()).ifPresent(sentences::add);
        String words = String.join("\n", sentences);
        if (!words.equals(bannerText.getText()) || banner.getVisible() == words.isEmpty()) {
            bannerText.setText(words);
            banner.setVisible(!words.isEmpty());
            ((GridData) banner.getLayoutData()).exclude = words.isEmpty();
            content.layout(true, true);
        }
    }

    /** Shows a sentence in place of the picture. */
    private void showMessage(String sentence, boolean mayTryAgain) {
        message.setText(sentence);
        again.setVisible(mayTryAgain);
        pages.topControl = messagePage;
        messagePage.layout(true, true);
        layout();
    }

    private void show(SceneContent newContent) {
        if (newContent.images().isEmpty()) {
            String why = String.join("\n", newContent.images().problems());
            showMessage(why.isEmpty() ? "This case has no image and no delineation." : why, true);
            return;
        }
        pages.topControl = content;
        layout();
        content.layout(true, true);
        model.setContent(newContent);
    }

    @Override
    public boolean setFocus() {
        return pages.topControl == content ? canvas.setFocus() : messagePage.setFocus();
    }

    /** What is shown, for the view and for tests. */
    SceneModel model() {
        return model;
    }

    /** The bars above the picture, in one row or in two. */
    SceneToolBar toolBar() {
        return toolBar;
    }

    /** The picture. */
    SceneCanvas canvas() {
        return canvas;
    }

    /** The panel beside the picture. */
    SceneControls controls() {
        return controls;
    }

    /** What can be taken along. */
    TakeAlong takeAlong() {
        return takeAlong;
    }

    /** What draws; empty before it was started and where it cannot be. */
    Optional<EngineStart.Ready> engine() {
        return Optional.ofNullable(engine);
    }

    /** What the line below the picture says. */
    String readOut() {
        return readOut.getText();
    }

    /** The sentences of the banner or of the page without a picture; empty when all is well. */
    String sentences() {
        return pages.topControl == messagePage ? message.getText() : bannerText.getText();
    }

    /** Whether the page without a picture offers to try again. */
    boolean mayTryAgain() {
        return pages.topControl == messagePage && again.getVisible();
    }

    private void release() {
        loader.cancel();
        model.release();
        engine = null;
    }

    /** Whether nothing is being read, made or drawn. */
    boolean isAtRest() {
        return pages.topControl == content && loader.isDone() && canvas.isUpToDate();
    }

    private final class Loaded implements SceneLoader.Receiver {

        @Override
        public void show(SceneContent newContent) {
            ScenePage.this.show(newContent);
        }

        @Override
        public void showDistances(SceneContent newContent) {
            model.setDistances(newContent);
        }

        @Override
        public void fail(String sentence) {
            showMessage(sentence, true);
        }
    }
}
