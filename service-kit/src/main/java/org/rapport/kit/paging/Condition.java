package org.rapport.kit.paging;

import java.util.Map;

/** A condition on the aggregate {@code e} of a query, in HQL with named parameters. */
public record Condition(String hql, Map<String, ?> parameters) {

    /** Holds for every row. */
    public static final Condition ALWAYS = new Condition("1 = 1", Map.of());
}
