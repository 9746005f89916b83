package org.rapport.kit.paging;

import java.util.List;

/**
 * A search of a list for something like what was typed.
 *
 * @param tiers from the strictest to the most forgiving: the first that holds for any row counts, and the others do not
 * @param distance how far a row is from what was typed, as a double in HQL with its parameters: the nearest come first,
 *     unless another sort is asked for
 */
public record Search(List<Condition> tiers, Condition distance) {}
