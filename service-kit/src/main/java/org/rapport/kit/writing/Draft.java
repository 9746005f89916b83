package org.rapport.kit.writing;

import java.util.UUID;
import org.rapport.kit.validation.Errors;

/**
 * A request on its way to become an aggregate's state.
 *
 * @param id the id that the aggregate has or will have
 * @param errors what is wrong with the request so far
 */
public record Draft<R>(UUID id, R request, Errors errors) {}
