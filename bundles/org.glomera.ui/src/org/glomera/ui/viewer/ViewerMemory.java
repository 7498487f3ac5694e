package org.glomera.ui.viewer;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.ui.IMemento;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Window;

/** Keeps how a viewer shows images, and where, from one start of the program to the next. UI thread. */
final class ViewerMemory {

    private static final String SHOW = "show";
    private static final String OPACITY = "opacity";
    private static final String CENTRE = "windowCentre";
    private static final String WIDTH = "windowWidth";
    private static final String COLOURS = "spectColours";
    private static final String SHARE = "spectShare";
    private static final String FILLED = "filled";
    private static final String THICK = "thick";
    private static final String SMOOTH = "smooth";
    private static final String CROSS_SHOWN = "crossShown";
    private static final String HIDDEN = "hidden";
    private static final String[] CROSS = {"crossX", "crossY", "crossZ"};

    private ViewerMemory() {
    }

    static void save(ViewerModel model, IMemento memento) {
        memento.putString(SHOW, model.wantedShow().name());
        memento.putFloat(OPACITY, (float) model.opacity());
        memento.putFloat(CENTRE, (float) model.ctWindow().centre());
        memento.putFloat(WIDTH, (float) model.ctWindow().width());
        memento.putString(COLOURS, model.spectColours().name());
        memento.putFloat(SHARE, (float) model.spectShare());
        memento.putBoolean(FILLED, model.filled());
        memento.putBoolean(THICK, model.thick());
        memento.putBoolean(SMOOTH, model.smooth());
        memento.putBoolean(CROSS_SHOWN, model.crossShown());
        memento.putString(HIDDEN, model.hidden().stream().sorted().collect(Collectors.joining("\n")));
        if (!model.images().isEmpty()) {
            memento.putFloat(CROSS[0], (float) model.crossMm().x());
            memento.putFloat(CROSS[1], (float) model.crossMm().y());
            memento.putFloat(CROSS[2], (float) model.crossMm().z());
        }
    }

    /** Shows images as they were shown; what cannot be understood stays as it is. */
    static void restore(IMemento memento, ViewerModel model) {
        named(Show.class, memento.getString(SHOW)).ifPresent(model::setShow);
        number(memento, OPACITY).ifPresent(model::setOpacity);
        Optional<Double> width = number(memento, WIDTH).filter(value -> value > 0);
        Optional<Double> centre = number(memento, CENTRE);
        if (width.isPresent() && centre.isPresent()) {
            model.setCtWindow(new Window(centre.get(), width.get()));
        }
        named(ColourMap.class, memento.getString(COLOURS)).ifPresent(model::setSpectColours);
        number(memento, SHARE).ifPresent(model::setSpectShare);
        Optional.ofNullable(memento.getBoolean(FILLED)).ifPresent(model::setFilled);
        Optional.ofNullable(memento.getBoolean(THICK)).ifPresent(model::setThick);
        Optional.ofNullable(memento.getBoolean(SMOOTH)).ifPresent(model::setSmooth);
        Optional.ofNullable(memento.getBoolean(CROSS_SHOWN)).ifPresent(model::setCrossShown);
        String hidden = memento.getString(HIDDEN);
        Arrays.stream((hidden == null ? "" : hidden).split("\n")).filter(id -> !id.isEmpty())
                .forEach(id -> model.setShown(id, false));
    }

    /** Where the cross-hair was, in patient millimetres; null when no images were shown. */
    static Vector3 crossMm(IMemento memento) {
        Optional<Double> x = number(memento, CROSS[0]);
        Optional<Double> y = number(memento, CROSS[1]);
        Optional<Double> z = number(memento, CROSS[2]);
        return x.isPresent() && y.isPresent() && z.isPresent() ? new Vector3(x.get(), y.get(), z.get()) : null;
    }

    private static Optional<Double> number(IMemento memento, String key) {
        return Optional.ofNullable(memento.getFloat(key)).map(Float::doubleValue).filter(Double::isFinite);
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst();
    }
}
