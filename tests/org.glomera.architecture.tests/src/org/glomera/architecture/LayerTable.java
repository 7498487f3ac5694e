package org.glomera.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/architecture.md: which bundle lies in which layer and may use which. */
record LayerTable(Map<String, Row> rows) {

    private static final Pattern ROW = Pattern.compile("^\\|\\s*(\\d)\\s*\\|\\s*([\\w.]+)\\s*\\|[^|]*\\|([^|]*)\\|\\s*$");

    /** One bundle's row; names stand without {@code org.glomera.}. */
    record Row(int layer, String bundle, Set<String> mayUse) {
    }

    static LayerTable read(Path architecture) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(architecture)) {
            Matcher matcher = ROW.matcher(line);
            if (matcher.matches()) {
                Set<String> mayUse = Arrays.stream(matcher.group(3).split(",")).map(String::strip)
                        .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
                rows.put(matcher.group(2), new Row(Integer.parseInt(matcher.group(1)), matcher.group(2), mayUse));
            }
        }
        return new LayerTable(rows);
    }
}
