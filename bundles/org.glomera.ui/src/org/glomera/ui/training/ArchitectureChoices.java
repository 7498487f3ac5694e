package org.glomera.ui.training;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.network.Channel;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.Networks;
import org.glomera.registry.Contribution;

/** Which kinds of network a network of a preset can be changed to. */
final class ArchitectureChoices {

    private static final Logger LOG = System.getLogger(ArchitectureChoices.class.getName());

    private ArchitectureChoices() {
    }

    /**
     * The ids of the contributed architectures that see given images, in the same order; one whose plug-in fails is
     * logged and left out.
     *
     * @param own an id that is offered in any case, in front when no plug-in brings it
     */
    static List<String> of(List<Channel> channels, String own) {
        List<String> ids = new ArrayList<>();
        for (Contribution<NetworkArchitecture> each : Networks.architectures().contributions()) {
            if (each.id().equals(own) || sees(each, channels)) {
                ids.add(each.id());
            }
        }
        if (!ids.contains(own)) {
            ids.add(0, own);
        }
        return List.copyOf(ids);
    }

    private static boolean sees(Contribution<NetworkArchitecture> contribution, List<Channel> channels) {
        try {
            return channels.equals(contribution.instance().channels());
        } catch (GlomeraException | RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "The architecture '" + contribution.id() + "' of the plug-in "
                    + contribution.bundle() + " is not offered, since it does not say what it sees.", e);
            return false;
        }
    }
}
