package org.rapport.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of a list.
 *
 * @param next the cursor of the page after this, or null at the end
 * @param count how many match in all, if asked for
 */
public record Page<T>(
        List<T> items,
        String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long count) {}
