package org.rapport.participants.attendeelist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the lists of a product look like.
 *
 * @param columns what each column may be called, the best first
 * @param required of each of these a list needs one
 * @param ticket the columns that together tell one ticket from another at the product
 * @param statuses the words for each status, in lower case
 * @param unstated the status where the list says nothing; null if it has to
 * @param attended those of the words for a status that also say that the person came
 * @param yes the words that say that the person came
 * @param no the words that say that they did not
 * @param times how dates and times are written; without an offset they are those of the event's place
 */
record Layout(
        Map<String, List<String>> columns,
        List<List<String>> required,
        List<String> ticket,
        Map<RegistrationStatus, List<String>> statuses,
        RegistrationStatus unstated,
        List<String> attended,
        List<String> yes,
        List<String> no,
        List<String> times) {

    static Layout read(String resource) {
        try (InputStream in = Layout.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(in, Layout.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    Optional<RegistrationStatus> status(String word) {
        return statuses.entrySet().stream()
                .filter(entry -> isAmong(entry.getValue(), word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isAmong(List<String> words, String word) {
        return word != null && words.contains(word.toLowerCase(Locale.ROOT));
    }
}
