package org.glomera.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonProperty;

class WhenAbsentTest {

    enum Way {
        @JsonProperty("old")
        OLD,
        @JsonProperty("new")
        NEW
    }

    record Inner(int count, @WhenAbsent("7") int later) {
    }

    record Settings(double rate, @WhenAbsent("0.9") double beta, @WhenAbsent("\"NaN\"") double dice,
            @WhenAbsent("[]") List<Inner> list, @WhenAbsent("\"old\"") Way way, @WhenAbsent("\"\"") String text,
            @WhenAbsent("false") boolean switched, @WhenAbsent("{\"count\": 3}") Inner inner, int last) {

        Settings {
            if (beta < 0) {
                throw new IllegalArgumentException("beta is below 0.");
            }
        }

        /** A record with a constructor besides its own. */
        Settings(double rate, int last) {
            this(rate, 0.9, Double.NaN, List.of(), Way.OLD, "", false, new Inner(3, 7), last);
        }
    }

    private static Settings read(String json) throws GlomeraException {
        return StudyJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test",
                Settings.class);
    }

    @Test
    void json_leavesOutValuesThatStandForAbsence() throws GlomeraException {
        Settings plain = new Settings(0.1, 5);
        assertEquals("{\n  \"rate\" : 0.1,\n  \"last\" : 5\n}\n", StudyJson.toText(plain));
        assertEquals(plain, read(StudyJson.toText(plain)));
        assertEquals(plain, StudyJson.convert(StudyJson.toTree(plain), "test", Settings.class));
    }

    @Test
    void json_givesBackOtherValuesInTheirPlaces() throws GlomeraException {
        Settings full = new Settings(0.1, 0.8, 0.5, List.of(new Inner(1, 7), new Inner(2, 8)), Way.NEW, "x", true,
                new Inner(4, 7), 5);
        String text = StudyJson.toText(full);
        assertEquals(full, read(text));
        assertTrue(text.indexOf("rate") < text.indexOf("beta") && text.indexOf("inner") < text.indexOf("last"), text);
        // The 7 of the first inner record is left out, the 8 of the second is not.
        assertEquals(1, text.split("later", -1).length - 1);
    }

    @Test
    void json_stillRefusesWhatIsMissingNullOrUnknown() {
        assertTrue(message("{\"rate\": 1}").contains("at last: this field is missing"));
        assertTrue(message("{\"rate\": 1, \"beta\": null, \"last\": 5}").contains("at beta"));
        assertTrue(message("{\"rate\": 1, \"way\": null, \"last\": 5}").contains("at way"));
        assertTrue(message("{\"rate\": 1, \"bета\": 1, \"last\": 5}").contains("is not known"));
        assertTrue(message("{\"rate\": 1, \"beta\": -1, \"last\": 5}").contains("beta is below 0"));
    }

    private static String message(String json) {
        return assertThrows(GlomeraException.class, () -> read(json)).getMessage();
    }
}
