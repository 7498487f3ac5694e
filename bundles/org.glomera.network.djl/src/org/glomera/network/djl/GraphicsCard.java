package org.glomera.network.djl;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * Whether a graphics card calculates networks here, and why none does. PyTorch's build for graphics cards uses those of
 * NVIDIA.
 *
 * @param used whether it calculates
 * @param words sentences for the user
 */
record GraphicsCard(boolean used, String words) {

    private static final System.Logger LOG = System.getLogger(GraphicsCard.class.getName());
    private static final Path DEVICE = Path.of("dev", "nvidia0");
    /** Where Linux on Windows has its card. */
    private static final Path DEVICE_OF_WINDOWS = Path.of("dev", "dxg");
    private static final Path NAMES = Path.of("proc", "driver", "nvidia", "gpus");
    private static final Path PLUGGED = Path.of("sys", "bus", "pci", "devices");
    private static final String NVIDIA = "0x10de";
    /** The class of display controllers. */
    private static final String DISPLAY = "0x03";
    private static final String DOCS = " docs/networks.md, section \"The engine\", says how.";

    /**
     * What a machine has.
     *
     * @param plugged whether a card of NVIDIA is plugged in
     * @param driven whether a driver offers it
     * @param name its name; empty when not known
     */
    record Machine(boolean plugged, boolean driven, Optional<String> name) {

        /** Looks below the root of a file system. */
        static Machine below(Path root) {
            boolean driven = Files.exists(root.resolve(DEVICE)) || Files.exists(root.resolve(DEVICE_OF_WINDOWS));
            return new Machine(driven || isPlugged(root.resolve(PLUGGED)), driven, nameIn(root.resolve(NAMES)));
        }
    }

    /**
     * Decides what calculates.
     *
     * @param machine what the machine has
     * @param build whether this PyTorch is a build for graphics cards
     * @param usable whether PyTorch itself says that it can use a card
     * @throws GlomeraException (missing component) when a card is asked for and none can be used
     */
    static GraphicsCard decide(DeviceChoice choice, Machine machine, boolean build, boolean usable)
            throws GlomeraException {
        if (choice == DeviceChoice.CPU) {
            return new GraphicsCard(false, "No graphics card is used, since " + DeviceChoice.VARIABLE + " is cpu.");
        }
        if (usable) {
            return new GraphicsCard(true, "The graphics card" + machine.name().map(name -> " " + name).orElse("")
                    + " calculates. A training on it does not repeat to the last bit.");
        }
        String reason = reason(machine, build);
        if (choice == DeviceChoice.GPU) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, DeviceChoice.VARIABLE + " is gpu, but no graphics card can"
                    + " be used. " + reason + " Or set " + DeviceChoice.VARIABLE + " to auto.");
        }
        return new GraphicsCard(false, reason);
    }

    private static String reason(Machine machine, boolean build) {
        String card = machine.name().orElse("a graphics card of NVIDIA");
        if (!machine.plugged()) {
            return "No graphics card of NVIDIA was found (there is no /" + DEVICE + "); the processor calculates.";
        }
        if (!machine.driven()) {
            return "There is " + card + ", but no driver offers it (there is no /" + DEVICE + "); the processor"
                    + " calculates. Install NVIDIA's driver.";
        }
        if (!build) {
            return "There is " + card + ", but this PyTorch is the build for processors. Name the folder of the build for"
                    + " graphics cards in " + NativeLibraries.VARIABLE + ";" + DOCS;
        }
        return "There is " + card + ", and this PyTorch is the build for graphics cards, but it cannot use the card; the"
                + " processor calculates. NVIDIA's driver is perhaps older than that build asks for: update it." + DOCS;
    }

    private static boolean isPlugged(Path devices) {
        if (!Files.isDirectory(devices)) {
            return false;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(devices)) {
            for (Path device : all) {
                if (text(device.resolve("vendor")).equals(NVIDIA) && text(device.resolve("class")).startsWith(DISPLAY)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The system does not tell what is plugged in.", e);
            return false;
        }
    }

    private static Optional<String> nameIn(Path cards) {
        if (!Files.isDirectory(cards)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(cards)) {
            for (Path card : all) {
                Optional<String> model = text(card.resolve("information")).lines()
                        .filter(line -> line.startsWith("Model:"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst();
                if (model.isPresent()) {
                    return model;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The driver does not tell its cards.", e);
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readString(file).strip() : "";
    }
}
