package org.rapport.participants.rights;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a participant will be erased because nothing may be kept of them any longer.
 *
 * @param announcedAt since when this is announced
 */
@Schema(examples = """
                {"participantId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d90", "leftAt": "2021-03-05T23:59:59.999999Z",
                 "announcedAt": "2026-02-20T03:00:00Z", "erasesAt": "2026-03-22T03:00:00Z"}""")
record RetentionResponse(UUID participantId, Instant leftAt, Instant announcedAt, Instant erasesAt) {}
