package org.rapport.kit.thing;

import jakarta.validation.constraints.NotNull;

/** What a client may write of a thing. */
public record ThingRequest(@NotNull String name) {}
