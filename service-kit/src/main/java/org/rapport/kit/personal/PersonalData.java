package org.rapport.kit.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What this service holds on a participant. */
public interface PersonalData {

    /** All of it, by collection. */
    Map<String, List<?>> of(UUID participant);

    /** How far the erasure of the participant has come here. */
    ErasureState erasure(UUID participant);
}
