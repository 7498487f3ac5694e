package org.glomera.network.augmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The program's own augmentations as its plugin.xml declares them, read without a platform. */
public final class ProgramAugmentations {

    private ProgramAugmentations() {
    }

    /** Those of the bundle org.glomera.network. */
    public static Augmentations read() {
        Path file = Path.of(System.getProperty("glomera.root"), "bundles/org.glomera.network/plugin.xml");
        try {
            NodeList elements = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                    .getElementsByTagName("augmentation");
            List<Augmentations.Known> known = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                known.add(known((Element) elements.item(i)));
            }
            return new Augmentations(known);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Augmentations.Known known(Element element) {
        List<AugmentationParameter> parameters = new ArrayList<>();
        NodeList children = element.getElementsByTagName("parameter");
        for (int i = 0; i < children.getLength(); i++) {
            Map<String, String> attributes = new LinkedHashMap<>();
            NamedNodeMap map = children.item(i).getAttributes();
            for (int a = 0; a < map.getLength(); a++) {
                attributes.put(map.item(a).getNodeName(), map.item(a).getNodeValue());
            }
            parameters.add(AugmentationParameter.of(attributes));
        }
        AugmentationInfo info = new AugmentationInfo(element.getAttribute("id"), element.getAttribute("name"),
                element.getAttribute("description"), "org.glomera.network",
                Double.parseDouble(element.getAttribute("probability")), parameters);
        return new Augmentations.Known(info, () -> {
            try {
                return (Augmentation) Class.forName(element.getAttribute("class")).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
