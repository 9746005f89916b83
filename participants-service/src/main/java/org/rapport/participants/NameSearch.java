package org.rapport.participants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.kit.json.Text;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.paging.Search;
import org.rapport.kit.problem.Problems;

/**
 * Finds names by what people type, whatever the accents and the case: those that hold every word; if there are none, those
 * that do so but for one typing error in each word; if there are none either, those that look similar. Of similarity alone,
 * a name of five letters with one of them wrong would not be found among a million.
 */
@ApplicationScoped
public class NameSearch {

    /** For the documentation of the parameter. */
    public static final String DESCRIPTION =
            "Words of the name, whatever their accents and case. What holds them all is found, nearest first"
                    + " (`sort=relevance`); if nothing does, what does but for a typing error in each word, or else what"
                    + " looks similar";

    private static final int MAX_LENGTH = 100;

    /** Shorter words are looked for where words begin, since the index knows groups of three characters. */
    private static final int SHORTEST_INSIDE = 3;

    /** In shorter words one error could make anything of anything. */
    private static final int SHORTEST_WITH_ERROR = 4;

    private static final Condition NOTHING = new Condition("1 = 0", Map.of());

    private final EntityManager entityManager;

    public NameSearch(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A search for a text in the field {@code searchName} of {@code e}; null if no text was given. */
    public Search of(String q) {
        String text = Text.normalise(q);
        if (text == null) {
            return null;
        }
        if (text.length() > MAX_LENGTH) {
            throw Problems.invalidParameter("q", "Must have at most " + MAX_LENGTH + " characters");
        }
        String typed = comparable(text);
        Map<String, String> parameter = Map.of("typed", typed);
        Condition distance =
                new Condition("sql('(1 - strict_word_similarity(?, ?))', :typed, e.searchName)", parameter);
        List<String> words =
                Arrays.stream(typed.split(" ")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return new Search(List.of(NOTHING), distance);
        }
        return new Search(
                List.of(
                        eachOf(words, NameSearch::asTyped),
                        eachOf(words, NameSearch::withOneError),
                        new Condition("cast(sql('(? <% ?)', :typed, e.searchName) as Boolean) = true", parameter)),
                distance);
    }

    /** As the database keeps names for comparison. */
    private String comparable(String text) {
        return (String) entityManager
                .createNativeQuery("select searchable(:text)", String.class)
                .setParameter("text", text)
                .getSingleResult();
    }

    private static Condition eachOf(List<String> words, Function<String, Set<String>> patterns) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String hql = words.stream()
                .map(word -> patterns.apply(word).stream()
                        .map(pattern -> {
                            String name = "name" + parameters.size();
                            parameters.put(name, pattern);
                            return "e.searchName like :" + name + " escape '\\'";
                        })
                        .collect(Collectors.joining(" or ", "(", ")")))
                .collect(Collectors.joining(" and "));
        return new Condition(hql, parameters);
    }

    private static Set<String> asTyped(String word) {
        return Set.of((word.length() < SHORTEST_INSIDE ? "% " : "%") + literal(word) + "%");
    }

    /** Also the whole words that have a letter more, less or otherwise, or two neighbours swapped. */
    private static Set<String> withOneError(String word) {
        Set<String> patterns = new LinkedHashSet<>(asTyped(word));
        int[] letters = word.codePoints().toArray();
        for (int i = 0; letters.length >= SHORTEST_WITH_ERROR && i <= letters.length; i++) {
            String before = part(letters, 0, i);
            patterns.add(whole(before + "_" + part(letters, i, letters.length)));
            if (i < letters.length) {
                String after = part(letters, i + 1, letters.length);
                patterns.add(whole(before + "_" + after));
                patterns.add(whole(before + after));
            }
            if (i + 1 < letters.length) {
                String swapped = part(letters, i + 1, i + 2) + part(letters, i, i + 1);
                patterns.add(whole(before + swapped + part(letters, i + 2, letters.length)));
            }
        }
        return patterns;
    }

    private static String whole(String pattern) {
        return "% " + pattern + " %";
    }

    private static String part(int[] letters, int from, int to) {
        return literal(new String(letters, from, to - from));
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
