package org.rapport.events.encounter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.rapport.events.encounter.Contacts.Met;

class ContactsTest {

    private static final Instant ORIGIN = Instant.parse("2009-06-03T22:00:00Z");

    private static List<Met> met(int gap, String... lines) {
        List<Met> met = new ArrayList<>();
        Contacts contacts = new Contacts(20, gap, met::add);
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].split(" ");
            contacts.add(i + 1, Long.parseLong(words[0]), words[1], words[2]);
        }
        contacts.end();
        return met;
    }

    @Test
    void intervalsOfAPairThatFollowEachOtherAreOneEncounter() {
        assertThat(
                met(0, "40 a b", "60 b a", "60 a b", "60 a c", "100 a b"),
                contains(new Met(1, "a", "b", 20, 60), new Met(4, "a", "c", 40, 60), new Met(5, "a", "b", 80, 100)));
    }

    @Test
    void aGapThatIsAllowedDoesNotEndAnEncounter() {
        assertThat(met(20, "40 a b", "80 a b"), contains(new Met(1, "a", "b", 20, 80)));
        assertThat(met(19, "40 a b", "80 a b").size(), is(2));
    }

    @Test
    void theContactsOfAConferenceBecomeTheEncountersThatArePublishedOfIt() throws Exception {
        JsonNode expected = new ObjectMapper().readTree(resource("expected.json"));
        List<Met> encounters = new ArrayList<>();
        Contacts contacts = new Contacts(20, 0, encounters::add);
        long lines = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource("contacts.txt.gz")), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("\t");
                contacts.add(++lines, Long.parseLong(words[0]), words[1], words[2]);
            }
        }
        contacts.end();

        Map<String, Long> seconds = new HashMap<>();
        Map<String, Integer> meetings = new HashMap<>();
        Map<String, Set<String>> others = new HashMap<>();
        Map<String, Integer> perDay = new TreeMap<>();
        for (Met met : encounters) {
            String pair = "A" + met.i() + " A" + met.j();
            seconds.merge(pair, met.end() - met.start(), Long::sum);
            meetings.merge(pair, 1, Integer::sum);
            others.computeIfAbsent(met.i(), any -> new HashSet<>()).add(met.j());
            others.computeIfAbsent(met.j(), any -> new HashSet<>()).add(met.i());
            perDay.merge(ORIGIN.plusSeconds(met.start()).toString().substring(0, 10), 1, Integer::sum);
        }
        assertThat(lines, is(expected.at("/source/contactLines").asLong()));
        assertThat(encounters.size(), is(expected.get("encounters").asInt()));
        assertThat(seconds.size(), is(expected.get("pairs").asInt()));
        assertThat(others.size(), is(expected.get("participants").asInt()));
        assertThat(others.get("1599").size(), is(expected.at("/degree/max").asInt()));
        assertThat(
                seconds.values().stream().mapToLong(Long::longValue).sum(),
                is(expected.get("totalContactSeconds").asLong()));
        assertThat(
                encounters.stream().filter(met -> met.end() - met.start() == 20).count(),
                is(expected.get("encountersOf20Seconds").asLong()));
        assertThat(
                encounters.stream()
                        .mapToLong(met -> met.end() - met.start())
                        .max()
                        .orElseThrow(),
                is(expected.get("longestEncounterSeconds").asLong()));
        perDay.forEach((day, count) ->
                assertThat(count, is(expected.at("/encountersPerDay/" + day).asInt())));
        assertThat(
                ORIGIN.plusSeconds(
                                encounters.stream().mapToLong(Met::start).min().orElseThrow())
                        .toString(),
                equalTo(expected.get("firstMetAt").asText()));
        assertThat(
                ORIGIN.plusSeconds(encounters.stream().mapToLong(Met::end).max().orElseThrow())
                        .toString(),
                equalTo(expected.get("lastEndsAt").asText()));
        for (JsonNode longest : expected.get("longestPairs")) {
            String pair = longest.at("/participants/0").asText() + " "
                    + longest.at("/participants/1").asText();
            assertThat(pair, seconds.get(pair), is(longest.get("totalSeconds").asLong()));
            assertThat(pair, meetings.get(pair), is(longest.get("encounters").asInt()));
        }
    }

    private static InputStream resource(String name) {
        return ContactsTest.class.getResourceAsStream("/sfhh/" + name);
    }
}
