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

    /** None of what is no type of these. */
    static int bits(String name) {
        for (ExchangeType type : values()) {
            if (type.name().equals(name)) {
                return type.bit();
            }
        }
        return 0;
    }

    static int bits(List<ExchangeType> types) {
        return types.stream().mapToInt(ExchangeType::bit).reduce(0, (some, bit) -> some | bit);
    }

    private int bit() {
        return 1 << ordinal();
    }

    static List<String> names(int bits) {
        List<String> names = new ArrayList<>();
        for (ExchangeType type : values()) {
            if ((bits & type.bit()) != 0) {
                names.add(type.name());
            }
        }
        return names;
    }
}
