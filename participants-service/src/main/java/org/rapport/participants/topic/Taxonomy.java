package org.rapport.participants.topic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Topics and what they stand beneath, as far as a change needs to know. */
final class Taxonomy {

    private final Map<UUID, String> codes = new HashMap<>();
    private final Map<String, String> broader = new HashMap<>();

    void add(UUID id, String code, String broaderCode) {
        codes.put(id, code);
        broader.put(code, broaderCode);
    }

    boolean has(String code) {
        return broader.containsKey(code);
    }

    /** The code that a topic has before the change. */
    String code(UUID id) {
        return codes.get(id);
    }

    /** Whether a topic stands somewhere beneath another. */
    boolean isBeneath(String code, String other) {
        Set<String> passed = new HashSet<>();
        for (String next = broader.get(code); next != null && passed.add(next); next = broader.get(next)) {
            if (next.equals(other)) {
                return true;
            }
        }
        return false;
    }
}
