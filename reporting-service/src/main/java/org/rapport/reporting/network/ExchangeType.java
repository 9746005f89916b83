package org.rapport.reporting.network;

import java.util.ArrayList;
import java.util.List;

/** The ladder of exchanges, from the loosest to the most binding. Several types together are the bits of a number. */
public enum ExchangeType {
    CONTACT,
    ADVICE,
    RESOURCE,
    JOINT_ACTIVITY,
    JOINT_PRODUCT,
    FUNDING,
    AGREEMENT;

    static List<String> names(int bits) {
        List<String> names = new ArrayList<>();
        for (ExchangeType type : values()) {
            if ((bits & 1 << type.ordinal()) != 0) {
                names.add(type.name());
            }
        }
        return names;
    }
}
